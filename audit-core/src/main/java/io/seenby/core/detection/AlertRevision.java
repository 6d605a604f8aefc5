package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import java.time.Instant;
import java.util.Optional;

/**
 * One revision of an alert, for the journal; the one with the highest number is the alert's latest form.
 *
 * @param windowStart of the core day within which the rule speaks once of this subject; empty: it speaks per entry
 * @param subject what the alert is about, in refs: an actor, an actor and a client, a recipient, an identity
 */
public record AlertRevision(BreachAlert alert, Optional<Instant> windowStart, String subject) {

    /** Natural key of the row. */
    public record Key(String alertId, int revision) {}

    /** Of all revisions with one such key there is one alert. */
    record Window(String rule, int ruleVersion, Instant start, String subject) {}

    public Key key() {
        return new Key(alert.alertId(), alert.revision());
    }

    Optional<Window> window() {
        return windowStart.map(start -> new Window(alert.rule(), alert.ruleVersion(), start, subject));
    }

    boolean open() {
        return alert.status() == BreachAlert.Status.OPEN;
    }
}
