package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.events.ClientRef;
import io.seenby.events.Trait;
import java.util.List;
import java.util.Optional;

/**
 * An access that is judged, as the rules are told of it.
 *
 * @param sights its clients in order, each with what is to be said of it
 * @param strangers those whom its actor has no reason to look at
 * @param standing how its actor stood at that moment, as far as is known
 */
record Look(Indexed entry, List<Sight> sights, List<ClientRef> strangers, Optional<ActorStanding> standing) {

    static Look of(TenantState state, Indexed entry) {
        List<Sight> sights = Sight.of(state, entry);
        return new Look(
                entry,
                sights,
                sights.stream().filter(Sight::unexplained).map(Sight::client).toList(),
                state.facts()
                        .connections()
                        .standing(entry.entry().actor().ref(), entry.entry().occurredAt()));
    }

    List<ClientRef> seen() {
        return sights.stream().map(Sight::client).toList();
    }

    /** Those of the strangers who are not the actor. */
    List<ClientRef> otherStrangers() {
        Optional<ClientRef> own = standing.flatMap(ActorStanding::ownClient);
        return strangers.stream()
                .filter(client -> !own.equals(Optional.of(client)))
                .toList();
    }

    /** Of them, those with this trait at that moment. */
    List<ClientRef> otherStrangers(TenantState state, Trait trait) {
        return otherStrangers().stream()
                .filter(client -> state.facts().has(trait, client, entry.entry().occurredAt()))
                .toList();
    }

    /** Findings of a rule, which no alert shows. */
    List<Change> quietlyOf(List<ClientRef> clients, String rule, int version) {
        return clients.stream()
                .<Change>map(client -> new Change.FindingRow(
                        Finding.on(entry, rule, version, client, Optional.of(CoreDay.startOf(entry.coreTime())))))
                .toList();
    }
}
