package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.ClientTokens;
import io.seenby.core.facts.ClientTraits;
import io.seenby.core.facts.Consent;
import io.seenby.core.facts.Ending;
import io.seenby.events.Actor;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Recipient;
import io.seenby.events.Standing;
import io.seenby.events.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rows a fact makes known. A fact that says what was said last makes none, so duplicates are harmless. */
final class FactRows {

    private FactRows() {}

    /** Rows to insert or to replace, in order. */
    static List<Change> of(TenantState state, Indexed entry) {
        return switch (entry.entry().event()) {
            case LedgerEvent.ClientRegistered event -> tokens(entry, event.tokens());
            case LedgerEvent.ClientTraitsChanged event -> {
                List<Change> rows = new ArrayList<>(traits(entry, event));
                rows.addAll(tokens(entry, event.tokens()));
                yield rows;
            }
            case LedgerEvent.ConsentGranted event -> rows(granted(state, entry, event), Change.ConsentRow::new);
            case LedgerEvent.ConsentRevoked event -> rows(revoked(state, entry, event), Change.ConsentRow::new);
            case LedgerEvent.ActorJoined event -> standing(entry, event.standing());
            case LedgerEvent.ActorChanged event -> standing(entry, event.standing());
            case LedgerEvent.ActorLeft event -> left(entry, event.subject());
            case LedgerEvent.RelationshipEstablished event -> RelationshipRows.established(state, entry, event);
            case LedgerEvent.RelationshipEnded event -> RelationshipRows.ended(state, entry, event);
            case LedgerEvent.WallRaised event -> RelationshipRows.raised(state, entry, event);
            case LedgerEvent.WallLifted event -> RelationshipRows.lifted(state, entry, event);
            case LedgerEvent.ClientErased event -> ErasedRows.of(state, entry);
            case LedgerEvent.Access event -> List.of();
            case LedgerEvent.InformationDisclosed event -> List.of();
            case LedgerEvent.ExceptionEvent event -> List.of();
            case LedgerEvent.PublisherEvent event -> List.of();
            case LedgerEvent.ServiceEvent event -> List.of();
        };
    }

    private static List<Change> standing(Indexed entry, Standing standing) {
        return List.of(new Change.StandingRow(new ActorStanding(
                standing.subject().ref(),
                new TreeSet<>(standing.teams()),
                standing.supervisor(),
                entry.entry().clients().stream().findFirst(),
                standing.subject().tokens(),
                false,
                entry.entry().occurredAt(),
                entry.index())));
    }

    private static List<Change> left(Indexed entry, Actor subject) {
        return List.of(new Change.StandingRow(ActorStanding.ofWhoLeft(
                subject.ref(), subject.tokens(), entry.entry().occurredAt(), entry.index())));
    }

    /** Stated without a token, it says nothing of them: those known before stay. */
    private static List<Change> tokens(Indexed entry, Tokens tokens) {
        return tokens.equals(Tokens.NONE)
                ? List.of()
                : rows(
                        new TreeSet<>(entry.entry().clients()),
                        client -> new Change.TokensRow(
                                new ClientTokens(client, tokens, entry.entry().occurredAt(), entry.index())));
    }

    private static List<Consent> granted(TenantState state, Indexed entry, LedgerEvent.ConsentGranted event) {
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
    private static List<Consent> revoked(TenantState state, Indexed entry, LedgerEvent.ConsentRevoked event) {
        Ending ending = new Ending(entry.entry().occurredAt(), entry.index());
        return new TreeSet<>(entry.entry().clients())
                .stream()
                        .flatMap(client -> state.facts().consents(event.consent(), client).stream())
                        .filter(row -> !row.revokedBy(ending).equals(row))
                        .map(row -> row.revokedBy(ending))
                        .toList();
    }

    private static List<Change> traits(Indexed entry, LedgerEvent.ClientTraitsChanged event) {
        return rows(
                new TreeSet<>(entry.entry().clients()),
                client -> new Change.TraitsRow(
                        new ClientTraits(client, event.traits(), entry.entry().occurredAt(), entry.index())));
    }

    private static <R> List<Change> rows(Collection<R> rows, Function<R, Change> change) {
        return rows.stream().map(change).toList();
    }
}
