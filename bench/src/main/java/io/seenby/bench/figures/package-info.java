/**
 * From raw values to what is printed: medians and percentiles, candidate against baseline in rotated rounds, the
 * memory and processor time of a process, aligned tables. Begin with {@link io.seenby.bench.figures.Comparison}.
 */
@NullMarked
package io.seenby.bench.figures;

import org.jspecify.annotations.NullMarked;
