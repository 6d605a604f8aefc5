package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One revision of an alert, for the journal; the one with the highest number is the alert's latest form.
 *
 * @param windowStart of the core day within which the rule speaks once of this subject; empty: it speaks per entry
 * @param subject what the alert is about, in refs: an actor, an actor and a client, a recipient, an identity
 */
public record AlertRevision(BreachAlert alert, Optional<Instant> windowStart, String subject) {

    /** Ordinal of a revision that has not got its place in the tenant's sequence yet. */
    static final long NOT_NUMBERED = 0;

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

    /** The next revision, by the entry that explains all the alert is about; says how in one ASCII sentence. */
    AlertRevision explainedBy(Indexed by, String summary) {
        List<Long> evidence = new ArrayList<>(alert.evidence());
        evidence.add(by.index());
        return with(
                alert.revision() + 1,
                NOT_NUMBERED,
                BreachAlert.Status.EXPLAINED,
                summary,
                alert.clients(),
                evidence,
                by.coreTime());
    }

    /** The next revision of an alert that stands open: it names these clients too, of whom the entry is the latest. */
    AlertRevision naming(Collection<ClientRef> clients, Indexed by, String summary) {
        List<Long> evidence = new ArrayList<>(alert.evidence());
        evidence.add(by.index());
        return with(
                alert.revision() + 1,
                NOT_NUMBERED,
                BreachAlert.Status.OPEN,
                summary,
                clients.stream().sorted().toList(),
                evidence,
                by.coreTime());
    }

    AlertRevision numbered(long ordinal) {
        return with(
                alert.revision(),
                ordinal,
                alert.status(),
                alert.summary(),
                alert.clients(),
                alert.evidence(),
                alert.raisedAt());
    }

    private AlertRevision with(
            int revision,
            long ordinal,
            BreachAlert.Status status,
            String summary,
            List<ClientRef> clients,
            List<Long> evidence,
            Instant raisedAt) {
        BreachAlert next = new BreachAlert(
                alert.alertId(),
                revision,
                alert.tenant(),
                ordinal,
                alert.rule(),
                alert.ruleVersion(),
                alert.severity(),
                status,
                alert.actor(),
                clients,
                summary,
                Warning.latest(evidence),
                alert.occurredAt(),
                raisedAt);
        return new AlertRevision(next, windowStart, subject);
    }
}
