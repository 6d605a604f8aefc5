package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance.Shown;
import io.seenby.events.BreachAlert;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a rule wants people to see about a tenant's ledger itself: nobody's access, no client's information. There is one
 * alert a core day about one subject.
 *
 * @param summary one ASCII sentence without names of people
 * @param evidence ledger indexes in any order
 */
record TenantWarning(
        String rule,
        int ruleVersion,
        BreachAlert.Severity severity,
        String summary,
        Collection<Long> evidence,
        Instant occurredAt,
        String subject) {

    /** Which alert says it now, and the revision that this takes; none if the day's alert stands open already. */
    record Said(Shown shown, Optional<AlertRevision> revision) {}

    /**
     * @param latest alert of this rule about this subject
     * @param index of the entry at which it is said
     */
    Said say(TenantState state, Optional<Shown> latest, long index, Instant coreTime) {
        Instant day = CoreDay.startOf(coreTime);
        Optional<Shown> today = latest.filter(shown -> shown.day().equals(day));
        if (today.isEmpty()) {
            String id = Ids.of(state.tenant(), index, rule, subject);
            return new Said(new Shown(id, day), Optional.of(revision(state.tenant(), id, 1, day, coreTime)));
        }
        AlertRevision said = state.alert(today.get().alertId());
        return new Said(
                today.get(),
                said.open()
                        ? Optional.empty()
                        : Optional.of(revision(
                                state.tenant(),
                                said.alert().alertId(),
                                said.alert().revision() + 1,
                                day,
                                coreTime)));
    }

    AlertRevision revision(TenantId tenant, String id, int revision, Instant day, Instant coreTime) {
        BreachAlert alert = new BreachAlert(
                id,
                revision,
                tenant,
                AlertRevision.NOT_NUMBERED,
                rule,
                ruleVersion,
                severity,
                BreachAlert.Status.OPEN,
                Optional.empty(),
                List.of(),
                summary,
                Warning.latest(evidence),
                occurredAt,
                coreTime);
        return new AlertRevision(alert, Optional.of(day), subject);
    }
}
