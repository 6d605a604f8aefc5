package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.detection.NaiveJudge.Sight;
import io.seenby.core.detection.NaiveJudge.Signal;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every history, whatever happens in it and however it is cut into batches. */
class DetectionLawsTest {

    @Property(tries = 400)
    void anyBatchSplitGivesTheSameChangesAndTheSameRows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length, @ForAll long cuts) {
        List<LedgerEntry> history = Histories.of(seed, length);

        TwinStore whole = TwinStore.integrated(history, length);
        TwinStore oneByOne = TwinStore.integrated(history, 1);
        TwinStore cut = TwinStore.integratedInBatches(history, new Random(cuts));

        assertThat(oneByOne.changes).isEqualTo(whole.changes);
        assertThat(cut.changes).isEqualTo(whole.changes);
        assertThat(oneByOne.image()).isEqualTo(whole.image());
        assertThat(cut.image()).isEqualTo(whole.image());
    }

    @Property(tries = 400)
    void findsAndExplainsWhatANaiveReadingOfTheHistoryDoes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        List<LedgerEntry> history = Histories.of(seed, length);

        TwinStore store = TwinStore.integrated(history, 7);

        assertThat(sights(store)).isEqualTo(new NaiveJudge(history).sights);
    }

    @Property(tries = 400)
    void raisesExplainsAndReopensTheAlertsThatANaiveReadingDoes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        List<LedgerEntry> history = Histories.of(seed, length);

        List<Signal> signals = signals(history);

        assertThat(signals).containsExactlyInAnyOrderElementsOf(new NaiveJudge(history).signals);
    }

    @Property(tries = 400)
    void aFactSaidTwiceChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        List<LedgerEntry> history = Histories.of(seed, length);
        List<LedgerEntry> twice = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        for (LedgerEntry entry : history) {
            first.add(twice.size());
            twice.add(entry);
            if (fact(entry)) {
                twice.add(entry);
            }
        }

        Set<Sight> expected = judged(TwinStore.integrated(history, 5)).stream()
                .map(sight -> new Sight(
                        first.get((int) sight.index()),
                        sight.rule(),
                        sight.client(),
                        sight.explainedAt().map(at -> (long) first.get(at.intValue()))))
                .collect(Collectors.toSet());

        assertThat(judged(TwinStore.integrated(twice, 5))).isEqualTo(expected);
        assertThat(signals(twice))
                .isEqualTo(signals(history).stream()
                        .map(signal -> new Signal(
                                first.get((int) signal.index()),
                                signal.rule(),
                                signal.subject(),
                                signal.status(),
                                signal.severity()))
                        .toList());
    }

    @Property(tries = 400)
    void alertsAreOneSequenceAndOneAWindow(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        List<AlertRevision> journal = TwinStore.integrated(Histories.of(seed, length), 9).journal;

        assertThat(journal)
                .extracting(revision -> revision.alert().ordinal())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, journal.size()).boxed().toList());
        Map<String, BreachAlert> latest = new HashMap<>();
        Map<Object, Set<String>> ofWindow = new HashMap<>();
        for (AlertRevision revision : journal) {
            BreachAlert alert = revision.alert();
            BreachAlert former = latest.put(alert.alertId(), alert);
            assertThat(alert.revision()).isEqualTo(former == null ? 1 : former.revision() + 1);
            assertThat(former == null
                            || former.status() != alert.status()
                            || alert.clients().size() > former.clients().size()
                                    && alert.clients().containsAll(former.clients()))
                    .isTrue();
            assertThat(alert.evidence()).isNotEmpty().isSorted().doesNotHaveDuplicates();
            assertThat(alert.summary()).matches("[ -~]{1,500}");
            revision.window()
                    .ifPresent(window -> ofWindow.computeIfAbsent(window, absent -> new HashSet<>())
                            .add(alert.alertId()));
        }
        assertThat(ofWindow.values()).allMatch(ids -> ids.size() == 1);
    }

    @Property(tries = 400)
    void anAlertIsOpenExactlyWhileAFindingThatNamesItIs(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        TwinStore store = TwinStore.integrated(Histories.of(seed, length), 4);

        Set<String> named = store.findings.values().stream()
                .filter(Finding::open)
                .flatMap(finding -> finding.alertId().stream())
                .collect(Collectors.toSet());
        Set<String> open = store.alerts.values().stream()
                .filter(AlertRevision::open)
                .map(revision -> revision.alert().alertId())
                .collect(Collectors.toSet());

        assertThat(open).isEqualTo(named);
    }

    @Test
    void theHistoriesMeetEveryCaseOfTheLaws() {
        Set<String> met = new TreeSet<>();
        LongStream.range(0, 1_600)
                .mapToObj(seed -> TwinStore.integrated(Histories.of(seed, 60), 8))
                .forEach(store -> {
                    store.findings
                            .values()
                            .forEach(finding -> met.add(finding.rule()
                                    + (finding.open() ? " open" : " explained")
                                    + (finding.window().isPresent() ? " counted" : " not counted")));
                    Map<String, Boolean> open = new HashMap<>();
                    store.journal.forEach(revision -> met.add(revision.alert().rule() + " "
                            + revision.alert().severity().wire() + " "
                            + became(revision, open.put(revision.alert().alertId(), revision.open()))));
                });

        assertThat(met)
                .containsExactly(
                        "after-departure high open",
                        "after-departure open counted",
                        "break-glass-unjustified medium open",
                        "break-glass-unjustified open counted",
                        "break-glass-unreviewed explained counted",
                        "break-glass-unreviewed medium explained",
                        "break-glass-unreviewed medium open",
                        "break-glass-unreviewed medium reopened",
                        "break-glass-unreviewed open counted",
                        "co-worker explained counted",
                        "co-worker open counted",
                        "deceased-client explained counted",
                        "deceased-client open counted",
                        "departure-told-late high open",
                        "departure-told-late open not counted",
                        "disclosure-without-basis critical open",
                        "disclosure-without-basis high open",
                        "disclosure-without-basis open not counted",
                        "event-after-erasure open not counted",
                        "family-or-household explained counted",
                        "family-or-household high explained",
                        "family-or-household high open",
                        "family-or-household high reopened",
                        "family-or-household open counted",
                        "neighbour explained counted",
                        "neighbour open counted",
                        "no-relationship explained counted",
                        "no-relationship high explained",
                        "no-relationship high grown",
                        "no-relationship high open",
                        "no-relationship high reopened",
                        "no-relationship open counted",
                        "no-relationship open not counted",
                        "reviewed-inappropriate high open",
                        "reviewed-inappropriate open counted",
                        "self-access medium open",
                        "self-access open counted",
                        "serial-low-and-slow explained counted",
                        "serial-low-and-slow high explained",
                        "serial-low-and-slow high grown",
                        "serial-low-and-slow high open",
                        "serial-low-and-slow high reopened",
                        "serial-low-and-slow open counted",
                        "suspicious-look explained counted",
                        "suspicious-look medium explained",
                        "suspicious-look medium open",
                        "suspicious-look medium reopened",
                        "suspicious-look open counted",
                        "vip-without-relationship critical explained",
                        "vip-without-relationship critical open",
                        "vip-without-relationship critical reopened",
                        "vip-without-relationship explained counted",
                        "vip-without-relationship open counted",
                        "wall-crossed critical open",
                        "wall-crossed open counted");
    }

    @Property(tries = 400)
    void aFactSaidTwiceMakesNoRowExceptOfWhatIsSaidWhole(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        TwinStore store = new TwinStore(Happening.TENANT);
        for (LedgerEntry entry : Histories.of(seed, length)) {
            store.integrate(List.of(entry));
            if (fact(entry)) {
                assertThat(store.integrate(List.of(entry)))
                        .allMatch(change -> change instanceof Change.TraitsRow
                                || change instanceof Change.TokensRow
                                || change instanceof Change.StandingRow
                                || change instanceof Change.PublisherRow
                                || ofTheErased(change));
            }
        }
    }

    private static String became(AlertRevision revision, @Nullable Boolean wasOpen) {
        if (!revision.open() || wasOpen == null) {
            return revision.alert().status().wire();
        }
        return wasOpen ? "grown" : "reopened";
    }

    private static boolean fact(LedgerEntry entry) {
        return entry.event() instanceof LedgerEvent.ClientFact
                || entry.event() instanceof LedgerEvent.ActorFact
                || entry.event() instanceof LedgerEvent.RelationshipFact;
    }

    /** A fact said twice of a client who was erased is reported twice. */
    private static boolean ofTheErased(Change change) {
        return change instanceof Change.FindingRow row && row.finding().rule().equals(EventAfterErasure.NAME);
    }

    private static Set<Sight> judged(TwinStore store) {
        return sights(store).stream()
                .filter(sight -> !sight.rule().equals(EventAfterErasure.NAME))
                .collect(Collectors.toSet());
    }

    private static Set<Sight> sights(TwinStore store) {
        return store.findings.values().stream()
                .map(finding -> new Sight(
                        finding.index(),
                        finding.rule(),
                        finding.client(),
                        finding.explanation().map(Explained::index)))
                .collect(Collectors.toSet());
    }

    private static List<Signal> signals(List<LedgerEntry> history) {
        TwinStore store = new TwinStore(Happening.TENANT);
        List<Signal> signals = new ArrayList<>();
        for (LedgerEntry entry : history) {
            long index = store.nextIndex();
            for (Change change : store.integrate(List.of(entry))) {
                if (change instanceof Change.AlertRow row) {
                    BreachAlert alert = row.revision().alert();
                    signals.add(new Signal(
                            index,
                            alert.rule(),
                            row.revision().subject(),
                            alert.status().wire(),
                            alert.severity().wire()));
                }
            }
        }
        return signals;
    }
}
