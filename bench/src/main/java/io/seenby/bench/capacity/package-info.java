/** How much room a ledger and its views take. Begin with {@link io.seenby.bench.capacity.Capacity}. */
@NullMarked
package io.seenby.bench.capacity;

import org.jspecify.annotations.NullMarked;
