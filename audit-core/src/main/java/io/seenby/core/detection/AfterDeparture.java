package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.events.BreachAlert;
import java.util.List;

/**
 * Somebody looked after their employment had ended: their credentials still work, or somebody else has them. No
 * relationship explains it.
 *
 * <p>45 CFR 164.308(a)(3)(ii)(C), termination procedures: access ends when the employment does.
 */
record AfterDeparture(int version) implements LookRule {

    static final String NAME = "after-departure";
    static final AfterDeparture BUILT_IN = new AfterDeparture(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        if (look.standing().filter(ActorStanding::left).isEmpty()) {
            return List.of();
        }
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.HIGH);
        return look.seen().stream()
                .flatMap(
                        client -> alert
                                .of(
                                        state,
                                        look.entry(),
                                        client,
                                        "A record was opened by an actor whose employment had ended")
                                .stream())
                .toList();
    }
}
