package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import java.util.List;

/**
 * Somebody was refused again and again within one day: they, or who has got hold of their account, try what doors there are.
 *
 * <p>NIST SP 800-53 AU-6(1) and AC-7; PCI DSS 4.0, 10.2.1.4, invalid logical access attempts. The number is ours.
 *
 * @param denials in one day
 */
record DenialBurst(int version, int denials) implements CountingRule {

    static final String NAME = "denial-burst";
    static final DenialBurst BUILT_IN = new DenialBurst(1, 10);

    @Override
    public List<Change> judge(TenantState state, Indexed entry, Habit day) {
        return !(entry.entry().event() instanceof LedgerEvent.AccessDenied) || day.refused() < denials
                ? List.of()
                : new DayAlert(NAME, version, BreachAlert.Severity.MEDIUM)
                        .of(entry, day, "One actor was refused " + day.refused() + " times within one day.");
    }
}
