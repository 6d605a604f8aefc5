package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import java.util.List;

/**
 * Somebody exported or printed many records within one day: what leaves a system at once can be lost at once. An export
 * counts the records it holds, but at least its clients; a print counts its clients.
 *
 * <p>45 CFR 164.310(d)(1), device and media controls; 16 CFR 314.4(c)(8), monitoring of authorised users; ISO/IEC
 * 27001:2022, A.8.12, data leakage prevention. The number is ours.
 *
 * @param records in one day
 */
record BulkExport(int version, int records) implements CountingRule {

    static final String NAME = "bulk-export";
    static final BulkExport BUILT_IN = new BulkExport(1, 100);

    @Override
    public List<Change> judge(TenantState state, Indexed entry, Habit day) {
        LedgerEvent event = entry.entry().event();
        boolean takes = event instanceof LedgerEvent.RecordExported || event instanceof LedgerEvent.RecordPrinted;
        return !takes || day.taken() < records
                ? List.of()
                : new DayAlert(NAME, version, BreachAlert.Severity.HIGH)
                        .of(entry, day, "One actor exported or printed " + day.taken() + " records within one day.");
    }
}
