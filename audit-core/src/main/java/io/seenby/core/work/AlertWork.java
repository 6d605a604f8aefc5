package io.seenby.core.work;

import io.seenby.events.ActorRef;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.LedgerEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * How far people are with one alert. What they did before stands in the ledger; this is what counts now.
 *
 * @param acknowledged by whom it was seen first
 * @param assigned to whom it was given last
 * @param suppressed the last suppression, unless somebody has taken the alert up since
 * @param judged the last judgement
 */
public record AlertWork(
        AlertId alert,
        Optional<Done> acknowledged,
        Optional<Assignment> assigned,
        Optional<Suppression> suppressed,
        Optional<Judgement> judged) {

    /** Who is to look into it. */
    public record Assignment(ActorRef assignee, Done done) {}

    /** {@code until}: core time from which it is to be seen again. */
    public record Suppression(Instant until, Done done) {}

    /** {@code revision} of the alert that was the latest when it was judged, from 1. */
    public record Judgement(AlertJudgement judgement, int revision, Done done) {}

    /** Natural key of the row. */
    public record Key(AlertId alert) {}

    public static AlertWork untouched(AlertId alert) {
        return new AlertWork(alert, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Key key() {
        return new Key(alert);
    }

    /**
     * After one more act.
     *
     * @param revision of the alert that is the latest at the entry of the act
     */
    public AlertWork after(LedgerEvent.WorkEvent act, int revision, Done done) {
        return switch (act) {
            case LedgerEvent.AlertAcknowledged seen ->
                new AlertWork(alert, acknowledged.or(() -> Optional.of(done)), assigned, Optional.empty(), judged);
            case LedgerEvent.AlertAssigned given ->
                new AlertWork(
                        alert,
                        acknowledged,
                        Optional.of(new Assignment(given.assignee().ref(), done)),
                        Optional.empty(),
                        judged);
            case LedgerEvent.AlertSuppressed hidden ->
                new AlertWork(
                        alert, acknowledged, assigned, Optional.of(new Suppression(hidden.until(), done)), judged);
            case LedgerEvent.AlertJudged thought ->
                new AlertWork(
                        alert,
                        acknowledged,
                        assigned,
                        suppressed,
                        Optional.of(new Judgement(thought.judgement(), revision, done)));
        };
    }
}
