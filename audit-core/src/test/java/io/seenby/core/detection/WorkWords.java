package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEvent;
import java.time.Instant;

/** More words: about what people do with an alert. */
final class WorkWords {

    private WorkWords() {}

    static Happening acknowledged(String by, AlertId alert) {
        return act(EventType.ALERT_ACKNOWLEDGED, new LedgerEvent.AlertAcknowledged(alert), by);
    }

    static Happening given(String by, AlertId alert, String to) {
        return act(
                EventType.ALERT_ASSIGNED,
                new LedgerEvent.AlertAssigned(alert, Words.person(to, ActorKind.WORKFORCE)),
                by);
    }

    static Happening suppressed(String by, AlertId alert, Instant until) {
        return act(EventType.ALERT_SUPPRESSED, new LedgerEvent.AlertSuppressed(alert, until), by);
    }

    static Happening judged(String by, AlertId alert, AlertJudgement judgement) {
        return act(EventType.ALERT_JUDGED, new LedgerEvent.AlertJudged(alert, judgement), by);
    }

    private static Happening act(EventType type, LedgerEvent.WorkEvent event, String by) {
        return new Happening(type, event, by, ActorKind.WORKFORCE);
    }
}
