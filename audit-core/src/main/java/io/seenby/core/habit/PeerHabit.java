package io.seenby.core.habit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is usual among peers.
 *
 * @param days how many clients each of them had on each finished day
 * @param hours looks in each of the 24 hours of the day (UTC)
 */
public record PeerHabit(Peers peers, LogBuckets days, List<Long> hours) {

    private static final int HOURS = 24;

    public PeerHabit {
        hours = List.copyOf(hours);
    }

    public static PeerHabit of(Peers peers) {
        return new PeerHabit(peers, LogBuckets.NONE, Collections.nCopies(HOURS, 0L));
    }

    public Peers key() {
        return peers;
    }

    /** With one finished day of one of them. */
    public PeerHabit with(int clients) {
        return new PeerHabit(peers, days.with(clients), hours);
    }

    /** With one look more in this hour, 0 to 23. */
    public PeerHabit lookedAt(int hour) {
        List<Long> more = new ArrayList<>(hours);
        more.set(hour, more.get(hour) + 1);
        return new PeerHabit(peers, days, more);
    }

    public long looks() {
        return hours.stream().mapToLong(Long::longValue).sum();
    }

    /** Looks in this hour, the one before and the one after. */
    public long looksAround(int hour) {
        return hours.get((hour + HOURS - 1) % HOURS) + hours.get(hour) + hours.get((hour + 1) % HOURS);
    }
}
