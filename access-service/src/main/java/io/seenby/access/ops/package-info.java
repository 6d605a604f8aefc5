/** What an operator sees: metrics and logs; and the one clock. Begin with {@link io.seenby.access.ops.AccessMetrics}. */
@NullMarked
package io.seenby.access.ops;

import org.jspecify.annotations.NullMarked;
