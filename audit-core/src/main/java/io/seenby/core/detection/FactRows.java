package io.seenby.core.detection;

import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Ending;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.Tie;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Recipient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which rows a fact makes known. A fact that says what was said last makes none, so duplicates are harmless. */
final class FactRows {

    private FactRows() {}

    /** One row for each member with each client, in order. */
    static List<Relationship> established(TenantState state, Indexed entry, LedgerEvent.RelationshipEstablished event) {
        Map<Tie, List<Relationship>> known = state.facts().relationships(event.relationship()).stream()
                .collect(Collectors.groupingBy(Relationship::tie));
        return ties(entry.entry(), event).stream()
                .map(tie -> stated(entry, event, tie, known.getOrDefault(tie, List.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Relationship> stated(
            Indexed entry, LedgerEvent.RelationshipEstablished event, Tie tie, List<Relationship> known) {
        Relationship row = new Relationship(
                event.relationship(),
                tie.actor(),
                tie.client(),
                event.kind(),
                event.from().orElse(entry.entry().occurredAt()),
                event.until(),
                entry.index(),
                Optional.empty());
        Relationship heir = Ending.inherited(
                        known.stream().map(Relationship::ended).flatMap(Optional::stream), row.from())
                .map(row::endedBy)
                .orElse(row);
        return known.stream()
                        .max(Comparator.comparingLong(Relationship::knownIndex))
                        .filter(heir::saysTheSameAs)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(heir);
    }

    /** All ties of the relationship known so far end. An end that comes before its beginning ends nothing. */
    static List<Relationship> ended(TenantState state, Indexed entry, LedgerEvent.RelationshipEnded event) {
        Ending ending = new Ending(entry.entry().occurredAt(), entry.index());
        return state.facts().relationships(event.relationship()).stream()
                .filter(row -> !row.endedBy(ending).equals(row))
                .map(row -> row.endedBy(ending))
                .toList();
    }

    static List<Consent> granted(TenantState state, Indexed entry, LedgerEvent.ConsentGranted event) {
        List<Consent> rows = new ArrayList<>();
        for (ClientRef client : new TreeSet<>(entry.entry().clients())) {
            List<Consent> known = state.facts().consents(event.consent(), client);
            Consent row = new Consent(
                    event.consent(),
                    client,
                    event.decision(),
                    event.recordTypes(),
                    Set.copyOf(event.purposes()),
                    event.recipients().stream().map(Recipient::ref).collect(Collectors.toSet()),
                    event.from().orElse(entry.entry().occurredAt()),
                    event.until(),
                    entry.index(),
                    Optional.empty());
            Consent heir = Ending.inherited(known.stream().map(Consent::revoked).flatMap(Optional::stream), row.from())
                    .map(row::revokedBy)
                    .orElse(row);
            if (known.isEmpty() || !heir.saysTheSameAs(known.get(known.size() - 1))) {
                rows.add(heir);
            }
        }
        return rows;
    }

    /** That client's consent holds no more; another client's with the same name does. */
    static List<Consent> revoked(TenantState state, Indexed entry, LedgerEvent.ConsentRevoked event) {
        Ending ending = new Ending(entry.entry().occurredAt(), entry.index());
        return new TreeSet<>(entry.entry().clients())
                .stream()
                        .flatMap(client -> state.facts().consents(event.consent(), client).stream())
                        .filter(row -> !row.revokedBy(ending).equals(row))
                        .map(row -> row.revokedBy(ending))
                        .toList();
    }

    static List<ClientTraits> traits(Indexed entry, LedgerEvent.ClientTraitsChanged event) {
        return new TreeSet<>(entry.entry().clients())
                .stream()
                        .map(client -> new ClientTraits(
                                client, event.traits(), entry.entry().occurredAt(), entry.index()))
                        .toList();
    }

    /** Each member with each client, in order. */
    static Collection<Tie> ties(LedgerEntry entry, LedgerEvent.RelationshipEstablished event) {
        Collection<Tie> ties = new TreeSet<>();
        event.members().forEach(member -> entry.clients().forEach(client -> ties.add(new Tie(member.ref(), client))));
        return ties;
    }
}
