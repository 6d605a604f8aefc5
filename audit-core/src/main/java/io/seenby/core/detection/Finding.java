package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A rule's judgement on one entry and one client, in its latest form.
 *
 * @param id stable: derived from tenant, index, rule and client
 * @param rule name of the rule, with {@code ruleVersion} from 1
 * @param index ledger index of the entry judged
 * @param open nobody has explained it
 * @param explanation what closed it; present exactly when it is not open
 * @param alertId the alert that shows it to people
 * @param window start of the core day it counts in; empty where the rule knows no window or the entry came late
 * @param due core time after which people are told of it unless it is closed before; empty where nothing is waited for
 */
public record Finding(
        String id,
        String rule,
        int ruleVersion,
        long index,
        ActorRef actor,
        ClientRef client,
        Instant occurredAt,
        boolean open,
        Optional<Explained> explanation,
        Optional<String> alertId,
        Optional<Instant> window,
        Optional<Instant> due) {

    /** In order of the ledger; of one entry by rule and client. */
    static final Comparator<Finding> ORDER = Comparator.comparingLong(Finding::index)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::client)
            .thenComparing(Finding::id);

    public Finding {
        if (open == explanation.isPresent()) {
            throw new IllegalArgumentException("a finding is open or explained, and " + id + " is not so");
        }
    }

    /** An open finding on an entry, which no alert shows yet. */
    static Finding on(Indexed entry, String rule, int ruleVersion, ClientRef client, Optional<Instant> window) {
        LedgerEntry judged = entry.entry();
        return new Finding(
                Ids.of(judged.tenant(), entry.index(), rule, client.value()),
                rule,
                ruleVersion,
                entry.index(),
                judged.actor().ref(),
                client,
                judged.occurredAt(),
                true,
                Optional.empty(),
                Optional.empty(),
                window,
                Optional.empty());
    }

    /** Natural key of the row. */
    public record Key(String id) {}

    public Key key() {
        return new Key(id);
    }

    public Tie tie() {
        return new Tie(actor, client);
    }

    /** The window in which it is counted, if its rule counts. */
    public Optional<RepeatWindow.Key> countedIn() {
        return rule.equals(NoRelationship.NAME)
                ? window.map(start -> new RepeatWindow.Key(actor, start))
                : Optional.empty();
    }

    /** Closed: it waits for nothing any more. */
    Finding explainedBy(Explained explained) {
        return with(actor, false, Optional.of(explained), alertId, Optional.empty());
    }

    Finding shownBy(String alert) {
        return with(actor, open, explanation, Optional.of(alert), due);
    }

    Finding dueAt(Instant coreTime) {
        return with(actor, open, explanation, alertId, Optional.of(coreTime));
    }

    Finding nothingDue() {
        return with(actor, open, explanation, alertId, Optional.empty());
    }

    /** About somebody else than the entry's actor. */
    Finding about(ActorRef other) {
        return with(other, open, explanation, alertId, due);
    }

    private Finding with(
            ActorRef who,
            boolean stillOpen,
            Optional<Explained> closedBy,
            Optional<String> shownBy,
            Optional<Instant> deadline) {
        return new Finding(
                id, rule, ruleVersion, index, who, client, occurredAt, stillOpen, closedBy, shownBy, window, deadline);
    }
}
