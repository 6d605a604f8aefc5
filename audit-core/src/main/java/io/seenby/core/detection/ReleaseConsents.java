package io.seenby.core.detection;

import io.seenby.core.facts.Consent;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import io.seenby.events.RecordItem;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one client has stated about a release.
 *
 * @param stated whatever they stated by then
 * @param covering of these, what covers recipient, purpose and record type
 * @param named which of them the report means; any, if it names none
 * @param moment of the release
 */
record ReleaseConsents(List<Consent> stated, List<Consent> covering, Predicate<Consent> named, Instant moment) {

    static ReleaseConsents of(TenantState state, LedgerEntry entry, InformationDisclosed event, ClientRef client) {
        List<Consent> stated = state.facts().consentsInForce(client, entry.occurredAt());
        List<Consent> covering = stated.stream()
                .filter(consent -> consent.covers(
                        event.recipient().ref(), entry.purpose(), entry.record().map(RecordItem::type)))
                .toList();
        return new ReleaseConsents(
                stated,
                covering,
                consent -> event.consent().map(consent.ref()::equals).orElse(true),
                entry.occurredAt());
    }

    boolean permit() {
        return covering.stream().filter(named).anyMatch(holding(ConsentDecision.PERMIT));
    }

    Predicate<Consent> holding(ConsentDecision decision) {
        return consent -> consent.decision() == decision && consent.holdsAt(moment);
    }
}
