package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.completeness.Gap;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of every history of instances that count, lose, promise and fall silent, however it is cut. */
class CompletenessLawsTest {

    private static final String[] INSTANCES = {"one", "two", "three"};

    /** The same seed gives the same history. */
    private static List<LedgerEntry> history(long seed, int length) {
        Random random = new Random(seed);
        Instant clock = Story.MORNING;
        List<LedgerEntry> history = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            clock = clock.plusSeconds(random.nextInt(random.nextInt(12) == 0 ? 40_000 : 240));
            Instant recorded = random.nextInt(8) == 0 ? clock.minusSeconds(random.nextInt(300)) : clock;
            Happening happening = switch (random.nextInt(8)) {
                case 0 -> Words.timePassed();
                case 1 ->
                    Words.heartbeat(
                            random.nextBoolean() ? OptionalLong.of(random.nextInt(30)) : OptionalLong.empty(),
                            random.nextInt(4) == 0
                                    ? Optional.empty()
                                    : Optional.of(Duration.ofMinutes(1 + random.nextInt(20))));
                case 2 -> Words.known("client-0001");
                default -> Words.known("client-0001").numbered(random.nextInt(30));
            };
            history.add(
                    happening.from(INSTANCES[random.nextInt(3)]).at(recorded).entry(index, recorded));
        }
        return history;
    }

    private static TwinStore integrated(List<LedgerEntry> history, Random cuts, int most) {
        TwinStore store = new TwinStore(Happening.TENANT);
        for (int start = 0; start < history.size(); ) {
            int end = Math.min(history.size(), start + 1 + cuts.nextInt(most));
            store.integrate(history.subList(start, end));
            start = end;
        }
        return store;
    }

    @Property(tries = 400)
    void anyBatchSplitGivesTheSameChangesAndTheSameRows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length, @ForAll long cuts) {
        List<LedgerEntry> history = history(seed, length);

        TwinStore oneByOne = integrated(history, new Random(0), 1);
        TwinStore cut = integrated(history, new Random(cuts), 25);

        assertThat(cut.changes).isEqualTo(oneByOne.changes);
        assertThat(cut.image()).isEqualTo(oneByOne.image());
    }

    @Property(tries = 400)
    void anAlertIsOpenExactlyWhileWhatItSaysIsSo(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        TwinStore store = integrated(history(seed, length), new Random(seed), 9);

        Set<String> open = new TreeSet<>();
        store.alerts.values().stream()
                .filter(AlertRevision::open)
                .forEach(revision -> open.add(revision.alert().alertId()));
        Set<String> so = new TreeSet<>();
        for (PublisherInstance instance : store.publishers.values()) {
            instance.sequence().gaps().forEach(gap -> so.addAll(gap.alerts()));
            instance.silenceAlert().filter(shown -> instance.silent()).ifPresent(shown -> so.add(shown.alertId()));
        }
        assertThat(open).isEqualTo(so);
    }

    @Property(tries = 200)
    void nothingIsOverdueAndUnsaid(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        TwinStore store = integrated(history(seed, length), new Random(seed), 9);
        store.integrate(List.of(Words.timePassed().at(store.coreTime()).entry(length, store.coreTime())));

        assertThat(store.publishers.values())
                .allSatisfy(instance -> assertThat(Completeness.deadlines(instance))
                        .noneMatch(moment -> moment.isBefore(store.coreTime())));
    }

    @Test
    void theHistoriesMeetEveryCase() {
        Set<String> met = new TreeSet<>();
        LongStream.range(0, 200)
                .mapToObj(seed -> integrated(history(seed, 80), new Random(seed), 9))
                .forEach(store -> {
                    store.journal.forEach(revision -> met.add(revision.alert().rule() + " "
                            + (revision.alert().revision() > 1 ? "again " : "")
                            + revision.alert().status().wire()));
                    store.publishers.values().stream()
                            .filter(instance ->
                                    instance.sequence().gaps().stream().anyMatch(Gap::isShown))
                            .forEach(instance -> met.add("a gap stays"));
                });

        assertThat(met)
                .containsExactly(
                        "a gap stays",
                        "publisher-silent again explained",
                        "publisher-silent again open",
                        "publisher-silent open",
                        "sequence-gap again explained",
                        "sequence-gap again open",
                        "sequence-gap open");
    }
}
