package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.events.ClientRef;
import io.seenby.events.Tokens;
import java.util.List;

/**
 * Somebody looked, without a reason, at a client of their own street who is neither of their household nor of their surname:
 * those are {@link FamilyOrHousehold}'s. It is a finding; {@link SuspiciousLook} says when people see it.
 *
 * <p>Neighbours are among the case types that privacy offices look for (Hedda et al., AMIA 2017). Compared are match tokens,
 * never addresses.
 */
record Neighbour(int version) implements LookRule {

    static final String NAME = "neighbour";
    static final Neighbour BUILT_IN = new Neighbour(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        List<ClientRef> neighbours = look.standing().map(ActorStanding::tokens).stream()
                .flatMap(actor -> look.otherStrangers().stream()
                        .filter(client -> neighbours(
                                actor,
                                state.facts()
                                        .tokens(client, look.entry().entry().occurredAt()))))
                .toList();
        return look.quietlyOf(neighbours, NAME, version);
    }

    private static boolean neighbours(Tokens one, Tokens other) {
        return FamilyOrHousehold.same(one.street(), other.street())
                && !FamilyOrHousehold.same(one.household(), other.household())
                && !FamilyOrHousehold.same(one.surname(), other.surname());
    }
}
