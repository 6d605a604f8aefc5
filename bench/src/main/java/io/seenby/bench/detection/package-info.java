/**
 * How often detection is right: a corpus with a known truth is published, and what the views hold then is compared with
 * that truth, beside two simple ways of finding violations from the same reports.
 *
 * <p>Begin with {@link io.seenby.bench.detection.Detection}, the benchmark, and {@link io.seenby.bench.detection.Scores},
 * what it counts.
 */
@NullMarked
package io.seenby.bench.detection;

import org.jspecify.annotations.NullMarked;
