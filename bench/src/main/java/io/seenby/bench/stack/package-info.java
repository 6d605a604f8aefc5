/**
 * What a benchmark stands on: a stack in a temporary directory, the two services on it, tenants and tokens, and
 * programs that run in a JVM of their own. Begin with {@link io.seenby.bench.stack.BenchStack}.
 */
@NullMarked
package io.seenby.bench.stack;

import org.jspecify.annotations.NullMarked;
