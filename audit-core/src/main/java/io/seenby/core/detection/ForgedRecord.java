package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record stands in the ledger that access-service did not write: somebody has the broker's credentials. It never becomes
 * an entry; one alert a core day says so, and quarantine holds them all (45 CFR 164.312(c)(2), mechanism to authenticate).
 */
record ForgedRecord(int version) {

    static final String NAME = "forged-record";
    static final ForgedRecord BUILT_IN = new ForgedRecord(1);

    /** What the alert is about: the ledger itself. */
    private static final String SUBJECT = "ledger";

    /** @param said core day of the latest alert of this rule */
    List<Change> judge(Unproven record, Optional<Instant> said) {
        Instant day = CoreDay.startOf(record.coreTime());
        if (said.filter(day::equals).isPresent()) {
            return List.of();
        }
        TenantWarning warning = new TenantWarning(
                NAME,
                version,
                BreachAlert.Severity.CRITICAL,
                "A record stands in the ledger that nobody with an accepted ledger key has written.",
                List.of(record.index()),
                record.coreTime(),
                SUBJECT);
        String id = Ids.of(record.tenant(), record.index(), NAME, SUBJECT);
        return List.of(new Change.AlertRow(warning.revision(record.tenant(), id, 1, day, record.coreTime())));
    }
}
