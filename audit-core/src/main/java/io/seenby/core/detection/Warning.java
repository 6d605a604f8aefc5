package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a rule wants people to see; it becomes a revision of an alert without an ordinal, which {@link Rules} gives.
 *
 * @param summary one ASCII sentence without names
 * @param evidence ledger indexes in any order
 * @param window start of the core day within which the rule speaks once of this subject; empty: it speaks per entry
 */
record Warning(
        String rule,
        int ruleVersion,
        BreachAlert.Severity severity,
        Collection<ClientRef> clients,
        String summary,
        Collection<Long> evidence,
        Optional<Instant> window,
        String subject) {

    /** As many clients, and as many entries of evidence, as an alert can hold; of evidence the latest are kept. */
    static final int MOST = 1_000;

    /** What the alert is about: who did it and when, told at that place of the ledger. */
    record Deed(ActorRef actor, Instant occurredAt, long index) {

        static Deed of(Indexed entry) {
            return new Deed(entry.entry().actor().ref(), entry.entry().occurredAt(), entry.index());
        }

        static Deed of(Finding finding) {
            return new Deed(finding.actor(), finding.occurredAt(), finding.index());
        }
    }

    AlertRevision raisedBy(Indexed by) {
        return raised(by.entry().tenant(), Deed.of(by), by.coreTime());
    }

    AlertRevision raised(TenantId tenant, Deed deed, Instant coreTime) {
        String id = Ids.of(tenant, deed.index(), rule, subject);
        return new AlertRevision(revision(tenant, id, 1, deed, coreTime), window, subject);
    }

    /** The next revision of an alert that had been explained: there is one alert a window, and it opens again. */
    AlertRevision reopening(AlertRevision explained, Indexed by) {
        return reopening(explained, Deed.of(by), by.coreTime());
    }

    AlertRevision reopening(AlertRevision explained, Deed deed, Instant coreTime) {
        BreachAlert former = explained.alert();
        return new AlertRevision(
                revision(former.tenant(), former.alertId(), former.revision() + 1, deed, coreTime), window, subject);
    }

    private BreachAlert revision(TenantId tenant, String id, int revision, Deed deed, Instant coreTime) {
        return new BreachAlert(
                id,
                revision,
                tenant,
                AlertRevision.NOT_NUMBERED,
                rule,
                ruleVersion,
                severity,
                BreachAlert.Status.OPEN,
                Optional.of(deed.actor()),
                clients.stream().distinct().sorted().limit(MOST).toList(),
                summary,
                latest(evidence),
                deed.occurredAt(),
                coreTime);
    }

    /** Ascending, without repetition, the latest if there are too many. */
    static List<Long> latest(Collection<Long> evidence) {
        List<Long> ascending = evidence.stream().distinct().sorted().toList();
        return ascending.subList(Math.max(0, ascending.size() - MOST), ascending.size());
    }
}
