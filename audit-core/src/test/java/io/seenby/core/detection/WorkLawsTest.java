package io.seenby.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.work.AlertWork;
import io.seenby.events.ActorKind;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of people's work in every history, with everybody working on everything, their own alerts too. */
class WorkLawsTest {

    private static final String[] PEOPLE = {"officer-01", "officer-02", "nurse-07", "nurse-08", "clerk-02"};

    /** A history with what came of it, entry by entry. */
    private record Worked(List<LedgerEntry> history, List<NaiveWork.Known> journal, TwinStore store) {}

    /** Work goes in between what else happens: on alerts that are there by then, and sometimes on none. */
    private static Worked worked(long seed, int length) {
        Random random = new Random(seed);
        TwinStore store = new TwinStore(Happening.TENANT);
        List<LedgerEntry> history = new ArrayList<>();
        List<NaiveWork.Known> journal = new ArrayList<>();
        for (LedgerEntry entry : Histories.of(seed, length)) {
            tell(entry, store, history, journal);
            while (random.nextInt(2) == 0) {
                Happening act = act(random, store, entry.recordedAt());
                tell(act.entry(history.size() + 1_000, entry.recordedAt()), store, history, journal);
            }
        }
        return new Worked(history, journal, store);
    }

    private static void tell(
            LedgerEntry entry, TwinStore store, List<LedgerEntry> history, List<NaiveWork.Known> journal) {
        long index = history.size();
        history.add(entry);
        for (Change change : store.integrate(List.of(entry))) {
            if (change instanceof Change.AlertRow row) {
                journal.add(new NaiveWork.Known(index, row.revision()));
            }
        }
    }

    private static Happening act(Random random, TwinStore store, Instant now) {
        AlertId alert = random.nextInt(8) == 0 || store.journal.isEmpty()
                ? new AlertId("nobodys-alert-________")
                : new AlertId(store.journal
                        .get(random.nextInt(store.journal.size()))
                        .alert()
                        .alertId());
        String by = PEOPLE[random.nextInt(PEOPLE.length)];
        Happening act = switch (random.nextInt(5)) {
            case 0 -> WorkWords.acknowledged(by, alert);
            case 1 -> WorkWords.given(by, alert, PEOPLE[random.nextInt(PEOPLE.length)]);
            case 2 -> WorkWords.suppressed(by, alert, now.plus(Duration.ofHours(random.nextInt(50))));
            default ->
                WorkWords.judged(by, alert, AlertJudgement.values()[random.nextInt(AlertJudgement.values().length)]);
        };
        return random.nextInt(10) == 0 ? act.by(ActorKind.SERVICE) : act;
    }

    private static Map<AlertId, AlertWork> works(TwinStore store) {
        Map<AlertId, AlertWork> works = new HashMap<>();
        store.works.values().forEach(work -> works.put(work.alert(), work));
        return works;
    }

    @Property(tries = 300)
    void anyBatchSplitGivesTheSameRows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int length, @ForAll long cuts) {
        Worked worked = worked(seed, length);

        TwinStore whole =
                TwinStore.integrated(worked.history(), worked.history().size());
        TwinStore cut = TwinStore.integratedInBatches(worked.history(), new Random(cuts));

        assertThat(whole.image()).isEqualTo(worked.store().image());
        assertThat(cut.image()).isEqualTo(worked.store().image());
    }

    @Property(tries = 300)
    void theStateIsWhatANaiveReadingOfTheHistorySays(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int length) {
        Worked worked = worked(seed, length);

        assertThat(works(worked.store())).isEqualTo(new NaiveWork(worked.history(), worked.journal()).works());
    }

    @Test
    void theHistoriesMeetEveryCaseOfTheLaws() {
        boolean reopened = false;
        boolean own = false;
        boolean suppressed = false;
        for (long seed = 0; seed < 300; seed++) {
            TwinStore store = worked(seed, 50).store();
            reopened |= store.works.values().stream()
                    .flatMap(work -> work.judged().stream())
                    .anyMatch(judged -> judged.revision() > 1);
            suppressed |= store.works.values().stream()
                    .anyMatch(work ->
                            work.suppressed().isPresent() && work.assigned().isPresent());
            own |= store.journal.stream().anyMatch(row -> row.alert().rule().equals(OwnAlertHandled.NAME));
        }
        assertThat(List.of(reopened, own, suppressed)).containsOnly(true);
    }
}
