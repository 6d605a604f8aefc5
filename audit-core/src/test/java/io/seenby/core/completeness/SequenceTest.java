package io.seenby.core.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private static Sequence arrived(List<Long> numbers) {
        Sequence sequence = Sequence.NONE;
        for (long number : numbers) {
            sequence = sequence.arrived(number, MORNING, 7);
        }
        return sequence;
    }

    private static Set<Long> missing(Sequence sequence) {
        Set<Long> missing = new TreeSet<>();
        for (Gap gap : sequence.gaps()) {
            LongStream.rangeClosed(gap.first(), gap.last()).forEach(missing::add);
        }
        return missing;
    }

    @Property(tries = 500)
    void inWhateverOrderNumbersArriveTheSameAreMissing(
            @ForAll @Size(min = 1, max = 80) List<@LongRange(max = 120) Long> numbers, @ForAll long seed) {
        List<Long> other = new ArrayList<>(numbers);
        Collections.shuffle(other, new Random(seed));

        Sequence sequence = arrived(numbers);

        Set<Long> expected = new TreeSet<>(LongStream.rangeClosed(Collections.min(numbers), Collections.max(numbers))
                .boxed()
                .toList());
        expected.removeAll(new TreeSet<>(numbers));
        assertThat(missing(sequence)).isEqualTo(expected);
        assertThat(missing(arrived(other))).isEqualTo(expected);
        assertThat(Gap.missing(sequence.gaps())).isEqualTo(expected.size());
    }

    @Property(tries = 500)
    void announcementsMayComeInAnyOrderToo(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(max = 60) Long> numbers,
            @ForAll @Size(min = 1, max = 5) List<@LongRange(max = 60) Long> announced,
            @ForAll long seed) {
        List<Runnable> happenings = new ArrayList<>();
        Sequence[] sequence = {Sequence.NONE};
        numbers.forEach(each -> happenings.add(() -> sequence[0] = sequence[0].arrived(each, MORNING, 7)));
        announced.forEach(each -> happenings.add(() -> sequence[0] = sequence[0].announced(each, MORNING, 7)));

        Collections.shuffle(happenings, new Random(seed));
        happenings.forEach(Runnable::run);

        long first = Math.min(Collections.min(numbers), Collections.min(announced) + 1);
        long last = Math.max(Collections.max(numbers), Collections.max(announced));
        Set<Long> expected =
                new TreeSet<>(LongStream.rangeClosed(first, last).boxed().toList());
        expected.removeAll(new TreeSet<>(numbers));
        assertThat(missing(sequence[0])).isEqualTo(expected);
    }

    @Property(tries = 20)
    void beyondTheMostGapsTheCountStaysRight(@ForAll long seed) {
        List<Long> even = new ArrayList<>(
                LongStream.range(0, 300).map(each -> 2 * each).boxed().toList());
        List<Long> odd = new ArrayList<>(
                LongStream.range(0, 299).map(each -> 2 * each + 1).boxed().toList());
        Collections.shuffle(odd, new Random(seed));

        Sequence sequence = arrived(even);
        assertThat(sequence.gaps()).hasSize(Sequence.MOST_GAPS);
        assertThat(Gap.missing(sequence.gaps())).isEqualTo(299);
        for (long each : odd) {
            long before = Gap.missing(sequence.gaps());
            sequence = sequence.arrived(each, MORNING, 7);
            assertThat(Gap.missing(sequence.gaps())).isEqualTo(before - 1);
        }
        assertThat(sequence.gaps()).isEmpty();
    }

    @Test
    void whatWasBeforeTheFirstNumberIsNobodysLoss() {
        assertThat(arrived(List.of(48_229L)).gaps()).isEmpty();
        assertThat(Sequence.NONE.announced(48_229, MORNING, 7).gaps()).isEmpty();
    }

    @Test
    void anAnnouncementShowsALossAtTheEnd() {
        assertThat(missing(arrived(List.of(1L, 2L)).announced(4, MORNING, 7))).containsExactly(3L, 4L);
    }

    @Test
    void aGapIsClosedByNumbersThatArriveWithinThirtyDays() {
        Sequence gap = arrived(List.of(1L, 3L));

        assertThat(gap.arrived(2, MORNING.plus(Duration.ofDays(30)), 8).gaps()).isEmpty();
        assertThat(gap.arrived(2, MORNING.plus(Duration.ofDays(30)).plusMillis(1), 8))
                .isEqualTo(gap);
    }

    @Test
    void holdsTheGreatestNumberThereIs() {
        long most = 9_007_199_254_740_991L;

        Sequence sequence = arrived(List.of(0L)).announced(most, MORNING, 7);

        assertThat(sequence.highest()).isEqualTo(OptionalLong.of(most));
        assertThat(Gap.missing(sequence.gaps())).isEqualTo(most);
    }
}
