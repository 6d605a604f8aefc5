/**
 * How long a recorded entry waits until a witnessed checkpoint covers it. Begin with
 * {@link io.seenby.bench.witnessed.Witnessed}.
 */
@NullMarked
package io.seenby.bench.witnessed;

import org.jspecify.annotations.NullMarked;
