package io.seenby.core.detection;

import io.seenby.core.work.AlertWork;
import io.seenby.core.work.Done;
import io.seenby.events.ActorKind;
import io.seenby.events.AlertId;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The state of work said once more: of each alert, look through the whole history for the first or the last of each kind. */
final class NaiveWork {

    /** What was known of an alert when an entry had been judged. */
    record Known(long index, AlertRevision revision) {}

    private final List<LedgerEntry> history;
    private final List<Known> journal;

    /** @param journal every revision of every alert, with the index of the entry that made it */
    NaiveWork(List<LedgerEntry> history, List<Known> journal) {
        this.history = history;
        this.journal = journal;
    }

    Map<AlertId, AlertWork> works() {
        Map<AlertId, AlertWork> works = new HashMap<>();
        journal.forEach(known -> {
            AlertId id = new AlertId(known.revision().alert().alertId());
            AlertWork work = work(id);
            if (!work.equals(AlertWork.untouched(id))) {
                works.put(id, work);
            }
        });
        return works;
    }

    private AlertWork work(AlertId id) {
        List<Integer> acts = IntStream.range(0, history.size())
                .filter(index -> counts(id, index))
                .boxed()
                .toList();
        int takenUp = Math.max(
                last(acts, LedgerEvent.AlertAcknowledged.class).orElse(-1),
                last(acts, LedgerEvent.AlertAssigned.class).orElse(-1));
        return new AlertWork(
                id,
                acts.stream()
                        .filter(index -> history.get(index).event() instanceof LedgerEvent.AlertAcknowledged)
                        .findFirst()
                        .map(this::done),
                lastOf(
                        acts,
                        LedgerEvent.AlertAssigned.class,
                        (act, at) -> new AlertWork.Assignment(act.assignee().ref(), done(at))),
                lastOf(
                                acts,
                                LedgerEvent.AlertSuppressed.class,
                                (act, at) -> new AlertWork.Suppression(act.until(), done(at)))
                        .filter(suppression -> suppression.done().index() > takenUp),
                lastOf(
                        acts,
                        LedgerEvent.AlertJudged.class,
                        (act, at) -> new AlertWork.Judgement(
                                act.judgement(),
                                revision(id, at).orElseThrow().alert().revision(),
                                done(at))));
    }

    private boolean counts(AlertId id, int index) {
        LedgerEntry entry = history.get(index);
        if (!(entry.event() instanceof LedgerEvent.WorkEvent act)
                || !act.alert().equals(id)) {
            return false;
        }
        Optional<AlertRevision> latest = revision(id, index);
        boolean own = latest.flatMap(revision -> revision.alert().actor())
                .filter(about -> about.equals(entry.actor().ref())
                        || act instanceof LedgerEvent.AlertAssigned given
                                && about.equals(given.assignee().ref()))
                .isPresent();
        return latest.isPresent() && !own && entry.actor().kind() != ActorKind.SERVICE;
    }

    private Optional<AlertRevision> revision(AlertId id, int before) {
        return journal.stream()
                .filter(known -> known.index() < before
                        && known.revision().alert().alertId().equals(id.value()))
                .map(Known::revision)
                .reduce((earlier, later) -> later);
    }

    private Optional<Integer> last(List<Integer> acts, Class<?> kind) {
        return acts.stream()
                .filter(index -> kind.isInstance(history.get(index).event()))
                .reduce((earlier, later) -> later);
    }

    private <E, R> Optional<R> lastOf(List<Integer> acts, Class<E> kind, BiFunction<E, Integer, R> row) {
        return last(acts, kind).map(at -> row.apply(kind.cast(history.get(at).event()), at));
    }

    private Done done(int index) {
        LedgerEntry entry = history.get(index);
        return new Done(entry.actor().ref(), entry.occurredAt(), index);
    }
}
