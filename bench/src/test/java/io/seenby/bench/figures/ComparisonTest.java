package io.seenby.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.bench.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void warmsUpOnceAndTakesTurnsWithTheOrderRotated() throws Exception {
        compare(scripted("ours", 1, 1, 1), scripted("theirs", 1, 1, 1));

        assertThat(order)
                .containsExactly(
                        "ours 0", "theirs 0", "ours 1", "theirs 1", "theirs 2", "ours 2", "ours 3", "theirs 3");
    }

    @Test
    void ratioIsTakenWithinARoundAndOnlyThenItsMedian() throws Exception {
        var comparison = compare(scripted("ours", 10, 100, 1000), scripted("theirs", 100, 1000, 250));

        // The ratio of the medians would be 0.4.
        assertThat(comparison.medianRatio()).isEqualTo(0.1);
    }

    @Test
    void tableShowsEveryRoundThenTheMediansAligned() throws Exception {
        var comparison = compare(scripted("ours", 1000, 3000, 2000), scripted("theirs", 4000, 4000, 4000));

        assertThat(comparison.table().toString()).isEqualTo("""
                  round    ours  theirs  ratio  run  theirs run
                  1       1,000   4,000   0.25    1           1
                  2       3,000   4,000   0.75    2           2
                  3       2,000   4,000   0.50    3           3
                  median  2,000   4,000   0.50
                """);
    }

    private Comparison compare(Contender candidate, Contender baseline) throws Exception {
        return Comparison.run(
                "events/s", candidate, baseline, 3, new Progress(new PrintStream(OutputStream.nullOutputStream())));
    }

    private Contender scripted(String name, double... values) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> besideNames() {
                return List.of("run");
            }

            @Override
            public void warmUp() {
                order.add(name + " 0");
            }

            @Override
            public Measured measure(int round) {
                order.add(name + " " + round);
                return Measured.of(values[round - 1], Integer.toString(round));
            }
        };
    }
}
