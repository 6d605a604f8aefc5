/**
 * What is usual: of somebody's day and the days before it ({@link io.seenby.core.habit.Habit}), and of those who do the same work
 * ({@link io.seenby.core.habit.PeerHabit}). Whole counts in fixed buckets, so that the same ledger gives the same
 * numbers however it is cut into batches. What is unusual the rules say, in {@code detection}.
 */
@NullMarked
package io.seenby.core.habit;

import org.jspecify.annotations.NullMarked;
