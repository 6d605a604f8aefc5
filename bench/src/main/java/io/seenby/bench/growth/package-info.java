/** What the rules remember, and what the projector holds, while a ledger grows. Begin with {@link io.seenby.bench.growth.StateGrowth}. */
@NullMarked
package io.seenby.bench.growth;

import org.jspecify.annotations.NullMarked;
