package io.seenby.core.detection;

import io.seenby.events.Assurance;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RecordItem;
import java.util.List;

/**
 * A sensitive record was opened from a session of the lowest assurance, whatever explains it: a password alone opened what its
 * label says is to be kept best. A publisher that says nothing of the session is not judged.
 *
 * <p>NIST SP 800-63B, 4.1 and 4.2: personal information is released at AAL2 or above; 16 CFR 314.4(c)(5); 45 CFR 164.312(d).
 */
record WeakAssurance(int version) implements LookRule {

    static final String NAME = "weak-assurance";
    static final WeakAssurance BUILT_IN = new WeakAssurance(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        if (!weak(look.entry()) || !sensitive(look.entry())) {
            return List.of();
        }
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.MEDIUM);
        return look.seen().stream()
                .flatMap(client -> alert
                        .of(
                                state,
                                look.entry(),
                                client,
                                "A sensitive record was opened from a session of the lowest assurance (aal1)")
                        .stream())
                .toList();
    }

    private static boolean weak(Indexed entry) {
        return entry.entry().event() instanceof LedgerEvent.Access access
                && access.circumstances()
                        .assurance()
                        .filter(Assurance.AAL1::equals)
                        .isPresent();
    }

    private static boolean sensitive(Indexed entry) {
        return !entry.entry().record().map(RecordItem::labels).orElse(List.of()).isEmpty();
    }
}
