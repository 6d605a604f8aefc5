package io.seenby.core.completeness;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers in a row that have not arrived.
 *
 * @param first of the range, {@code last} included
 * @param missing how many of the range are missing; fewer than it is long only where gaps had to be joined
 * @param since core time of the entry that showed it, which stands at {@code index}
 * @param alerts that show it to people; none while it is too young, several only where gaps had to be joined
 */
public record Gap(long first, long last, long missing, Instant since, long index, List<String> alerts) {

    public Gap {
        alerts = List.copyOf(alerts);
        if (first > last || missing < 1 || missing > last - first + 1) {
            throw new IllegalArgumentException("no gap: " + first + "-" + last + ", " + missing + " missing");
        }
    }

    static Gap of(long first, long last, Instant since, long index) {
        return new Gap(first, last, last - first + 1, since, index, List.of());
    }

    boolean holds(long number) {
        return first <= number && number <= last;
    }

    /** What is left when one of its numbers has arrived. */
    Stream<Gap> without(long number) {
        if (missing < last - first + 1) {
            // Which of a joined gap's numbers are missing is not known any more, but how many are.
            return missing == 1 ? Stream.empty() : Stream.of(new Gap(first, last, missing - 1, since, index, alerts));
        }
        return Stream.concat(part(first, number - 1), part(number + 1, last));
    }

    /** From here to there, if there is anything between. */
    private Stream<Gap> part(long from, long to) {
        return from <= to ? Stream.of(new Gap(from, to, to - from + 1, since, index, alerts)) : Stream.empty();
    }

    /** This and the next higher one as one, as old as the older. */
    Gap joined(Gap higher) {
        Gap older = higher.since.isBefore(since) ? higher : this;
        return new Gap(
                first,
                higher.last,
                missing + higher.missing,
                older.since,
                older.index,
                Stream.concat(alerts.stream(), higher.alerts.stream())
                        .distinct()
                        .toList());
    }

    public boolean isShown() {
        return !alerts.isEmpty();
    }

    public Gap shownBy(String alert) {
        return new Gap(first, last, missing, since, index, List.of(alert));
    }

    /** How many numbers are missing in all. */
    public static long missing(List<Gap> gaps) {
        return gaps.stream().mapToLong(Gap::missing).sum();
    }
}
