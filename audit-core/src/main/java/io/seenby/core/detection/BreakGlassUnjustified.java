package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import java.util.List;

/**
 * Somebody broke the glass and did not say why. People see it at once: whoever overrides a barrier states the reason in
 * the same moment, and without it nobody can review what was done. No relationship explains it, nor does a review.
 *
 * <p>45 CFR 164.312(a)(2)(ii), emergency access procedure; 164.308(a)(1)(ii)(D), information system activity review.
 */
record BreakGlassUnjustified(int version) implements LookRule {

    static final String NAME = "break-glass-unjustified";
    static final BreakGlassUnjustified BUILT_IN = new BreakGlassUnjustified(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        Indexed entry = look.entry();
        if (justified(entry)) {
            return List.of();
        }
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.MEDIUM);
        return BreakGlass.clients(entry.entry()).stream()
                .flatMap(client ->
                        alert.of(state, entry, client, "A record was opened without a justification").stream())
                .toList();
    }

    private static boolean justified(Indexed entry) {
        return entry.entry().event() instanceof LedgerEvent.Access access
                && access.circumstances().justified();
    }
}
