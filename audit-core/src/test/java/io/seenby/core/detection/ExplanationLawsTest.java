package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.detection.NaiveReasons.Way;
import io.seenby.core.explanation.Explanation;
import io.seenby.events.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is said of every access of every history, however it is cut into batches. */
class ExplanationLawsTest {

    @Property(tries = 600)
    void saysOfEveryAccessWhatANaiveReadingDoes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length, @ForAll long cuts) {
        List<LedgerEntry> history = Histories.of(seed, length);

        TwinStore store = TwinStore.integratedInBatches(history, new Random(cuts));

        assertThat(verdicts(store)).isEqualTo(new NaiveJudge(history).verdicts);
    }

    @Test
    void theHistoriesMeetEveryVerdict() {
        Set<String> met = new TreeSet<>();
        LongStream.range(0, 300)
                .mapToObj(seed -> TwinStore.integrated(Histories.of(seed, 60), 8))
                .flatMap(store -> verdicts(store).values().stream())
                .forEach(way -> met.add(way.verdict() + " " + way.kind() + " " + way.steps()));

        assertThat(met)
                .containsExactly(
                        "contradicted departure 1",
                        "contradicted wall 1",
                        "contradicted wall 2",
                        "explained direct-tie 1",
                        "explained supervision 2",
                        "explained supervision 3",
                        "explained team-tie 2",
                        "unexplained  0");
    }

    private static Map<String, Way> verdicts(TwinStore store) {
        Map<String, Way> verdicts = new TreeMap<>();
        store.explanations
                .values()
                .forEach(row ->
                        verdicts.put(row.look().index() + " " + row.look().client(), way(row.explanation())));
        return verdicts;
    }

    private static Way way(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Explained told ->
                new Way(
                        "explained",
                        told.path().wire(),
                        told.tie().wire(),
                        told.steps(),
                        new TreeSet<>(told.evidence()));
            case Explanation.Contradicted told ->
                new Way(
                        "contradicted",
                        told.against().wire(),
                        "",
                        told.evidence().size(),
                        new TreeSet<>(told.evidence()));
            case Explanation.Unexplained none -> new Way("unexplained", "", "", 0, new TreeSet<>());
        };
    }
}
