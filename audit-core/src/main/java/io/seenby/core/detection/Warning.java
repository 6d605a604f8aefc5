package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
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
    private static final int MOST = 1_000;

    AlertRevision raisedBy(Indexed by) {
        String id = Ids.of(by.entry().tenant(), by.index(), rule, subject);
        return new AlertRevision(revision(id, 1, by), window, subject);
    }

    /** The next revision of an alert that had been explained: there is one alert a window, and it opens again. */
    AlertRevision reopening(AlertRevision explained, Indexed by) {
        return new AlertRevision(
                revision(explained.alert().alertId(), explained.alert().revision() + 1, by), window, subject);
    }

    private BreachAlert revision(String id, int revision, Indexed by) {
        return new BreachAlert(
                id,
                revision,
                by.entry().tenant(),
                AlertRevision.NOT_NUMBERED,
                rule,
                ruleVersion,
                severity,
                BreachAlert.Status.OPEN,
                Optional.of(by.entry().actor().ref()),
                clients.stream().distinct().sorted().limit(MOST).toList(),
                summary,
                latest(evidence),
                by.entry().occurredAt(),
                by.coreTime());
    }

    /** Ascending, without repetition, the latest if there are too many. */
    static List<Long> latest(Collection<Long> evidence) {
        List<Long> ascending = evidence.stream().distinct().sorted().toList();
        return ascending.subList(Math.max(0, ascending.size() - MOST), ascending.size());
    }
}
