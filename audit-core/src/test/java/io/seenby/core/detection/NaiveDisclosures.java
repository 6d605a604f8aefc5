package io.seenby.core.detection;

import io.seenby.core.detection.NaiveJudge.Sight;
import io.seenby.core.detection.NaiveJudge.Signal;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.ConsentGranted;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import io.seenby.events.LegalBasis;
import io.seenby.events.Recipient;
import io.seenby.events.RecordItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which disclosures rest on nothing. */
final class NaiveDisclosures {

    private final List<LedgerEntry> history;
    private final NaiveFacts facts;
    private final Set<Sight> sights;
    private final List<Signal> signals;

    NaiveDisclosures(List<LedgerEntry> history, NaiveFacts facts, Set<Sight> sights, List<Signal> signals) {
        this.history = history;
        this.facts = facts;
        this.sights = sights;
        this.signals = signals;
    }

    void judge() {
        for (int index = 0; index < history.size(); index++) {
            disclosure(index);
        }
    }

    private void disclosure(int index) {
        LedgerEntry entry = history.get(index);
        if (!(entry.event() instanceof InformationDisclosed told)) {
            return;
        }
        boolean found = false;
        boolean revoked = false;
        for (ClientRef client : entry.clients()) {
            Instant moment = entry.occurredAt();
            List<Integer> covering = facts.inForce(client, moment, index).stream()
                    .filter(granted -> covers(granted, told, entry))
                    .toList();
            Predicate<Integer> holds = granted -> facts.consentHolds(granted, client, moment, index);
            Predicate<Integer> permits = granted -> grant(granted).decision() == ConsentDecision.PERMIT
                    && told.consent().map(grant(granted).consent()::equals).orElse(true);
            boolean refused = !told.legalBasis().equals(Optional.of(LegalBasis.COURT_ORDER))
                    && covering.stream()
                            .filter(granted -> grant(granted).decision() == ConsentDecision.DENY)
                            .anyMatch(holds);
            boolean permitted =
                    told.legalBasis().filter(basis -> !basis.needsConsent()).isPresent()
                            || covering.stream().filter(permits).anyMatch(holds);
            if (refused || !permitted) {
                found = true;
                revoked |= !permitted
                        && covering.stream()
                                .filter(permits)
                                .anyMatch(granted -> facts.consentWasRevoked(granted, client, moment, index));
                sights.add(new Sight(index, "disclosure-without-basis", client, Optional.empty()));
            }
        }
        if (found) {
            signals.add(new Signal(
                    index,
                    "disclosure-without-basis",
                    told.recipient().ref().value(),
                    "open",
                    revoked ? "critical" : "high"));
        }
    }

    private boolean covers(int granted, InformationDisclosed told, LedgerEntry entry) {
        ConsentGranted grant = grant(granted);
        return (grant.recipients().isEmpty()
                        || grant.recipients().stream()
                                .map(Recipient::ref)
                                .anyMatch(told.recipient().ref()::equals))
                && (grant.purposes().isEmpty()
                        || grant.purposes().stream()
                                .anyMatch(purpose -> entry.purpose().equals(Optional.of(purpose))))
                && (grant.recordTypes().isEmpty()
                        || grant.recordTypes().stream()
                                .anyMatch(type ->
                                        entry.record().map(RecordItem::type).equals(Optional.of(type))));
    }

    private ConsentGranted grant(int index) {
        return (ConsentGranted) history.get(index).event();
    }
}
