package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Somebody looked after their employment had ended: their credentials still work, or somebody else has them. No
 * relationship explains it.
 *
 * <p>45 CFR 164.308(a)(3)(ii)(C), termination procedures: access ends when the employment does.
 */
record AfterDeparture(int version) {

    static final String NAME = "after-departure";
    static final AfterDeparture BUILT_IN = new AfterDeparture(1);

    /** @param seen clients of the entry; {@code standing} that of its actor */
    List<Change> judge(TenantState state, Indexed entry, Collection<ClientRef> seen, Optional<ActorStanding> standing) {
        if (standing.filter(ActorStanding::left).isEmpty()) {
            return List.of();
        }
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.HIGH);
        return seen.stream()
                .flatMap(
                        client -> alert
                                .of(state, entry, client, "A record was opened by an actor whose employment had ended")
                                .stream())
                .toList();
    }
}
