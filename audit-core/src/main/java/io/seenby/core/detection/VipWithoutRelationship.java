package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.Trait;
import java.util.List;

/**
 * Somebody looked at a client in the public eye whom nothing ties them to. One look is enough: people see it at once,
 * at most one alert for actor and client in a core day, however often they looked and however late it was reported.
 *
 * <p>Clients in the news are among the case types that privacy offices look for first; the review itself is asked for
 * by 45 CFR 164.308(a)(1)(ii)(D), information system activity review.
 *
 * <p>Break-glass explains nothing; the sentence says that it was used.
 */
record VipWithoutRelationship(int version) implements LookRule {

    static final String NAME = "vip-without-relationship";
    static final VipWithoutRelationship BUILT_IN = new VipWithoutRelationship(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        Indexed entry = look.entry();
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.CRITICAL);
        return look.strangers().stream()
                .filter(client ->
                        state.facts().has(Trait.VIP, client, entry.entry().occurredAt()))
                .flatMap(client -> alert
                        .of(
                                state,
                                entry,
                                client,
                                "A record of a VIP client was opened without a known relationship to that client")
                        .stream())
                .toList();
    }
}
