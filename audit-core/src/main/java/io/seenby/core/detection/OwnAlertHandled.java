package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import java.util.List;
import java.util.Optional;

/**
 * Somebody acknowledged, assigned, suppressed or judged an alert about themselves. The door refuses that, so whoever gets
 * it into the ledger went around the door; it counts for nothing, and each such entry is an alert. Nobody is judge in
 * their own cause: NIST SP 800-53 AC-5, separation of duties; ISO/IEC 27001:2022, A.5.3, segregation of duties.
 */
record OwnAlertHandled(int version) {

    static final String NAME = "own-alert-handled";
    static final OwnAlertHandled BUILT_IN = new OwnAlertHandled(1);

    /** @param alert what the entry's actor worked on, which is about them */
    List<Change> judge(Indexed entry, BreachAlert alert) {
        Warning warning = new Warning(
                NAME,
                version,
                BreachAlert.Severity.HIGH,
                List.of(),
                "Somebody worked on an alert about themselves.",
                List.of(entry.index()),
                Optional.empty(),
                alert.alertId());
        return List.of(new Change.AlertRow(warning.raisedBy(entry)));
    }
}
