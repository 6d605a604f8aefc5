package io.seenby.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatsTest {
    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Stats.median(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Stats.median(4, 1, 3, 100)).isEqualTo(3.5);
    }

    @Test
    void percentileIsTheNearestRank() {
        double[] hundred =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

        assertThat(Stats.percentile(50, hundred)).isEqualTo(50);
        assertThat(Stats.percentile(99, hundred)).isEqualTo(99);
        assertThat(Stats.percentile(100, hundred)).isEqualTo(100);
    }

    @Test
    void percentileOfFewValuesIsOneOfThem() {
        assertThat(Stats.percentile(99, 3, 1, 2)).isEqualTo(3);
        assertThat(Stats.percentile(33, 3, 1, 2)).isEqualTo(1);
        assertThat(Stats.percentile(34, 3, 1, 2)).isEqualTo(2);
    }

    @Test
    void valuesStayInTheirOrder() {
        double[] values = {3, 1, 2};
        Stats.median(values);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void nothingHasNoMedianAndNoPercentile() {
        assertThatIllegalArgumentException().isThrownBy(Stats::median);
        assertThatIllegalArgumentException().isThrownBy(() -> Stats.percentile(50));
        assertThatIllegalArgumentException().isThrownBy(() -> Stats.percentile(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Stats.percentile(101, 1));
    }
}
