package io.seenby.core.habit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many days were how busy, in fixed buckets of growing width: two to a doubling. No sketch and no sample, so a baseline
 * is a function of what was counted, in whatever order.
 *
 * @param days in each bucket; shorter than {@link #EDGES} where the upper ones are empty
 */
public record LogBuckets(List<Integer> days) {

    /** The most that a day of each bucket had; what is more counts as the last. */
    private static final int[] EDGES = {
        1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1_000
    };

    public static final LogBuckets NONE = new LogBuckets(List.of());

    public LogBuckets {
        days = List.copyOf(days);
    }

    /** With one more day, of so many; at least 1. */
    public LogBuckets with(int many) {
        int bucket = bucket(many);
        List<Integer> more = new ArrayList<>(days);
        more.addAll(Collections.nCopies(Math.max(0, bucket + 1 - more.size()), 0));
        more.set(bucket, more.get(bucket) + 1);
        return new LogBuckets(more);
    }

    /** Days in all. */
    public int total() {
        return days.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * So many, or fewer, there were on this share of the days: the upper edge of the bucket that it falls into, 0 if there are
     * no days.
     *
     * @param percent 1 to 100
     */
    public int usual(int percent) {
        long wanted = ((long) total() * percent + 99) / 100;
        long below = 0;
        for (int bucket = 0; bucket < days.size() && wanted > 0; bucket++) {
            below += days.get(bucket);
            if (below >= wanted) {
                return EDGES[bucket];
            }
        }
        return 0;
    }

    private static int bucket(int many) {
        if (many < 1) {
            throw new IllegalArgumentException("a day of " + many + " is no day");
        }
        int bucket = 0;
        while (bucket < EDGES.length - 1 && EDGES[bucket] < many) {
            bucket++;
        }
        return bucket;
    }
}
