package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.MatchToken;
import io.seenby.events.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * Somebody looked, without a reason, at a client of their own household, or of their surname and street. The surname alone
 * is a finding that nobody is shown: too many share one.
 *
 * <p>Family, same surname or address, and neighbours are among the case types that privacy offices find most of (Hedda et
 * al., AMIA 2017); the review is asked for by 45 CFR 164.308(a)(1)(ii)(D). Compared are match tokens, never names.
 */
record FamilyOrHousehold(int version) implements LookRule {

    static final String NAME = "family-or-household";
    static final FamilyOrHousehold BUILT_IN = new FamilyOrHousehold(1);

    private static final String OPENED = "A record was opened without a known relationship to its client, ";

    @Override
    public List<Change> judge(TenantState state, Look look) {
        return look.standing().map(ActorStanding::tokens).stream()
                .flatMap(actor -> look.otherStrangers().stream()
                        .flatMap(client -> judge(state, look.entry(), actor, client).stream()))
                .toList();
    }

    private List<Change> judge(TenantState state, Indexed entry, Tokens actor, ClientRef client) {
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.HIGH);
        Tokens theirs = state.facts().tokens(client, entry.entry().occurredAt());
        boolean sameSurname = same(actor.surname(), theirs.surname());
        if (same(actor.household(), theirs.household())) {
            return alert.of(state, entry, client, OPENED + "who is of the actor's own household");
        }
        if (sameSurname && same(actor.street(), theirs.street())) {
            return alert.of(state, entry, client, OPENED + "who has the actor's surname and lives in the same street");
        }
        return sameSurname ? alert.quietly(entry, client) : List.of();
    }

    static boolean same(Optional<MatchToken> one, Optional<MatchToken> other) {
        return one.isPresent() && one.equals(other);
    }
}
