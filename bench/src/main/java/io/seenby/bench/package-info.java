/**
 * End-to-end benchmarks. Each starts a stack of its own, measures SeenBy and its baseline in turns on the same
 * machine, and prints every round, medians and the median of the per-round ratios. Nothing is asserted: figures
 * are for reading, {@code bench/README.md} says how.
 *
 * <p>Begin with {@link io.seenby.bench.Bench}, the command, and {@link io.seenby.bench.Benchmark}, what it runs.
 */
@NullMarked
package io.seenby.bench;

import org.jspecify.annotations.NullMarked;
