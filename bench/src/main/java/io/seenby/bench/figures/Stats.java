package io.seenby.bench.figures;

import java.util.Arrays;

/** Order statistics of a few or many values. They never invent a value between two measured ones, save the median. */
public final class Stats {
    private Stats() {}

    /**
     * The middle value, or the mean of the two in the middle.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static double median(double... values) {
        double[] sorted = sorted(values);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * The smallest measured value that at least {@code percent} per cent of the values do not exceed (nearest rank).
     *
     * @param percent above 0, at most 100
     * @throws IllegalArgumentException if there are no values or no such percentage
     */
    public static double percentile(double percent, double... values) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentage is above 0 and at most 100, not " + percent);
        }
        double[] sorted = sorted(values);
        return sorted[(int) Math.ceil(percent * sorted.length / 100) - 1];
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there are no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
