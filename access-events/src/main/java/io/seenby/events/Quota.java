package io.seenby.events;

/**
 * How much a publisher may report: a token bucket.
 *
 * @param perSecond events a second in the long run, 1 to 1,000,000
 * @param burst events at once after a rest, 1 to 10,000,000
 */
public record Quota(long perSecond, long burst) {

    public static final long MOST_PER_SECOND = 1_000_000;
    public static final long MOST_AT_ONCE = 10_000_000;

    public Quota {
        require(perSecond, MOST_PER_SECOND, "perSecond");
        require(burst, MOST_AT_ONCE, "burst");
    }

    private static void require(long value, long most, String what) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " must be from 1 to " + most + " and is " + value);
        }
    }
}
