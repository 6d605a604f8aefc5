package io.seenby.core.detection;

import io.seenby.core.explanation.Explanation.Against;
import io.seenby.events.BreachAlert;
import java.util.List;

/**
 * Somebody looked at a client whom an ethical wall keeps them from, by themselves or by a team. No relationship explains
 * it: the wall is there because there is one on the other side.
 *
 * <p>A firm stands as long as its screens do: ABA Model Rules 1.10(a)(2) and 1.11(b), "timely screened from any
 * participation", with certificates of compliance on request.
 */
record WallCrossed(int version) implements LookRule {

    static final String NAME = "wall-crossed";
    static final WallCrossed BUILT_IN = new WallCrossed(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.CRITICAL);
        return look.sights().stream()
                .filter(sight -> sight.contradictedBy(Against.WALL))
                .flatMap(sight -> alert
                        .of(
                                state,
                                look.entry(),
                                sight.client(),
                                "A record was opened across an ethical wall that keeps the actor from its client")
                        .stream())
                .toList();
    }
}
