package io.seenby.core.completeness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is known of an instance's numbers: all from the first one heard of to the highest have been given, and those in the
 * gaps have not arrived. In whatever order numbers arrive, the same ones are missing in the end. A number that arrives
 * twice changes nothing: the identity of an event is its id, not its number.
 *
 * @param first empty while no number has been heard of
 * @param highest number given so far; one less than {@code first} while none has arrived
 * @param gaps ascending, at most {@link #MOST_GAPS}
 */
public record Sequence(OptionalLong first, OptionalLong highest, List<Gap> gaps) {

    /** Beyond it the lowest two are joined: what is kept of an instance stays small, whatever it does. */
    public static final int MOST_GAPS = 100;

    /** How long after a gap was noticed a number may arrive and still close it. */
    public static final Duration CLOSES_WITHIN = Duration.ofDays(30);

    public static final Sequence NONE = new Sequence(OptionalLong.empty(), OptionalLong.empty(), List.of());

    public Sequence {
        gaps = List.copyOf(gaps);
    }

    /** An entry with this number has arrived. */
    public Sequence arrived(long number, Instant at, long index) {
        if (first.isEmpty()) {
            return new Sequence(OptionalLong.of(number), OptionalLong.of(number), List.of());
        }
        if (number < first.getAsLong()) {
            return downTo(number, number + 1, at, index);
        }
        return number > highest.orElseThrow() ? upTo(number, number - 1, at, index) : closed(number, at);
    }

    /** The instance says that it has given this number and none higher. */
    public Sequence announced(long number, Instant at, long index) {
        if (first.isEmpty()) {
            return new Sequence(OptionalLong.of(number + 1), OptionalLong.of(number), List.of());
        }
        Sequence begun = number + 1 < first.getAsLong() ? downTo(number + 1, number + 1, at, index) : this;
        return number > highest.orElseThrow() ? begun.upTo(number, number, at, index) : begun;
    }

    public Sequence withGaps(UnaryOperator<Gap> change) {
        return new Sequence(first, highest, gaps.stream().map(change).toList());
    }

    /** It begins at {@code begin}; from {@code missing} to where it began before, nothing has arrived. */
    private Sequence downTo(long begin, long missing, Instant at, long index) {
        long last = first.orElseThrow() - 1;
        Stream<Gap> before = missing <= last ? Stream.of(Gap.of(missing, last, at, index)) : Stream.empty();
        return new Sequence(
                OptionalLong.of(begin),
                highest,
                bounded(Stream.concat(before, gaps.stream()).toList()));
    }

    /** It goes up to {@code end}; from where it went before to {@code missing}, nothing has arrived. */
    private Sequence upTo(long end, long missing, Instant at, long index) {
        long from = highest.orElseThrow() + 1;
        Stream<Gap> after = from <= missing ? Stream.of(Gap.of(from, missing, at, index)) : Stream.empty();
        return new Sequence(
                first,
                OptionalLong.of(end),
                bounded(Stream.concat(gaps.stream(), after).toList()));
    }

    private Sequence closed(long number, Instant at) {
        List<Gap> left = new ArrayList<>(gaps.size() + 1);
        for (Gap gap : gaps) {
            if (gap.holds(number) && !at.isAfter(gap.since().plus(CLOSES_WITHIN))) {
                gap.without(number).forEach(left::add);
            } else {
                left.add(gap);
            }
        }
        return new Sequence(first, highest, bounded(left));
    }

    private static List<Gap> bounded(List<Gap> gaps) {
        if (gaps.size() <= MOST_GAPS) {
            return gaps;
        }
        List<Gap> fewer = new ArrayList<>(gaps.subList(1, gaps.size()));
        fewer.set(0, gaps.get(0).joined(gaps.get(1)));
        return fewer;
    }
}
