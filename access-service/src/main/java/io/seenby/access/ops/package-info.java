/** What an operator sees and sets: metrics, health, clock. Begin with {@link io.seenby.access.ops.AccessMetrics}. */
@NullMarked
package io.seenby.access.ops;

import org.jspecify.annotations.NullMarked;
