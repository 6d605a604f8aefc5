package io.seenby.core.detection;

import io.seenby.core.work.AlertWork;
import io.seenby.core.work.Done;
import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.util.List;
import java.util.Optional;

/**
 * What somebody did with an alert counts if the alert is there, if a person did it, and if the alert is about neither that
 * person nor whom it is given to. Else the entry is kept and changes nothing, except that whoever works on an alert about
 * themselves raises one more: {@link OwnAlertHandled}.
 */
final class PeoplesWork {

    private PeoplesWork() {}

    static List<Change> judge(TenantState state, Indexed indexed, LedgerEvent.WorkEvent act) {
        Optional<BreachAlert> known = state.alertIfThere(act.alert()).map(AlertRevision::alert);
        LedgerEntry entry = indexed.entry();
        if (known.isEmpty() || !Judged.byPerson(entry.actor().kind())) {
            return List.of();
        }
        BreachAlert alert = known.get();
        ActorRef by = entry.actor().ref();
        if (isAbout(alert, by)) {
            return OwnAlertHandled.BUILT_IN.judge(indexed, alert);
        }
        if (act instanceof LedgerEvent.AlertAssigned given
                && isAbout(alert, given.assignee().ref())) {
            return List.of();
        }
        AlertWork before = state.work(act.alert());
        Done done = new Done(by, entry.occurredAt(), indexed.index());
        return List.of(new Change.WorkRow(before.after(act, alert.revision(), done)));
    }

    private static boolean isAbout(BreachAlert alert, ActorRef who) {
        return alert.actor().filter(who::equals).isPresent();
    }
}
