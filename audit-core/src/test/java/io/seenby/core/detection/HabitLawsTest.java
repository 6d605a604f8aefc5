package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.detection.NaiveHabits.Spoken;
import io.seenby.events.ActorRef;
import io.seenby.events.LedgerEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of every history of busy days, however it is cut. */
class HabitLawsTest {

    private static final Set<String> COUNTING =
            Set.of(UnusualVolume.NAME, BulkExport.NAME, DenialBurst.NAME, NameProbing.NAME, SearchExposure.NAME);

    @Property(tries = 60)
    void anyBatchSplitGivesTheSameChangesAndTheSameRows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length, @ForAll long cuts) {
        List<LedgerEntry> history = HabitHistories.of(seed, length);

        TwinStore whole = TwinStore.integrated(history, length);
        TwinStore oneByOne = TwinStore.integrated(history, 1);
        TwinStore cut = TwinStore.integratedInBatches(history, new Random(cuts));

        assertThat(oneByOne.changes).isEqualTo(whole.changes);
        assertThat(cut.changes).isEqualTo(whole.changes);
        assertThat(oneByOne.image()).isEqualTo(whole.image());
        assertThat(cut.image()).isEqualTo(whole.image());
    }

    @Property(tries = 60)
    void speaksOfTheDaysThatANaiveReadingDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
        List<LedgerEntry> history = HabitHistories.of(seed, length);

        assertThat(spoken(TwinStore.integrated(history, 7))).isEqualTo(new NaiveHabits(history).alerts());
    }

    @Property(tries = 20)
    void findsExposuresAndAwakeningsAndOddHoursAsANaiveReadingDoes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int length) {
        List<LedgerEntry> history = HabitHistories.of(seed, length);
        NaiveHabits naive = new NaiveHabits(history);
        TwinStore store = TwinStore.integrated(history, 9);
        Set<Long> strangers = indexes(store, NoRelationship.NAME);

        Set<Long> exposing = new HashSet<>();
        Set<Long> awake = new HashSet<>();
        Set<Long> odd = new HashSet<>();
        for (int index = 0; index < history.size(); index++) {
            long at = index;
            if (naive.exposes(index)) {
                exposing.add(at);
            }
            if (strangers.contains(at) && naive.awoke(index)) {
                awake.add(at);
            }
            if (strangers.contains(at) && naive.offHours(index)) {
                odd.add(at);
            }
        }
        assertThat(indexes(store, SearchExposure.NAME)).isEqualTo(exposing);
        assertThat(indexes(store, DormantAccount.NAME)).isEqualTo(awake);
        assertThat(indexes(store, OffHours.NAME)).isEqualTo(odd);
    }

    @Test
    void theHistoriesMeetEveryRule() {
        Set<String> met = new TreeSet<>();
        LongStream.range(0, 150)
                .mapToObj(seed -> TwinStore.integrated(HabitHistories.of(seed, seed % 6 == 0 ? 400 : 120), 50))
                .forEach(store -> store.findings.values().forEach(finding -> met.add(finding.rule())));

        assertThat(met).containsAll(COUNTING).contains(DormantAccount.NAME, OffHours.NAME);
    }

    private static Set<Spoken> spoken(TwinStore store) {
        return store.journal.stream()
                .map(AlertRevision::alert)
                .filter(alert -> COUNTING.contains(alert.rule()))
                .map(alert -> new Spoken(
                        Math.toIntExact(alert.evidence().get(0)),
                        alert.rule(),
                        alert.actor().orElse(new ActorRef(Words.ref("nobody")))))
                .collect(Collectors.toSet());
    }

    private static Set<Long> indexes(TwinStore store, String rule) {
        return store.findings.values().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::index)
                .collect(Collectors.toSet());
    }
}
