/**
 * How an entry is judged: begin with {@link io.seenby.core.detection.Rules}, then one rule a file.
 *
 * <p>The loop of whoever drives it: number the entries of a batch ({@link io.seenby.core.detection.Indexed}), ask what
 * they need ({@link io.seenby.core.detection.Needs}), load it ({@link io.seenby.core.detection.Loaded}), and step entry
 * by entry: the rules read the {@link io.seenby.core.detection.TenantState} and answer with
 * {@link io.seenby.core.detection.Change}s; the state is touched by nothing but those. What comes out is the same for
 * any split of the ledger into batches: there is no clock, no randomness and no look at a neighbour in the batch.
 */
@NullMarked
package io.seenby.core.detection;

import org.jspecify.annotations.NullMarked;
