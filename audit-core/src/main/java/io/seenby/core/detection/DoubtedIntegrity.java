package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import java.util.List;
import java.util.Optional;

/**
 * The service itself has found that ledger, checkpoints, witness and views do not agree, and has put that into the ledger:
 * each such entry is an alert, however often (45 CFR 164.312(c)(1), integrity; NIST SP 800-53 AU-9).
 */
record DoubtedIntegrity(int version) {

    static final String NAME = "doubted-integrity";
    static final DoubtedIntegrity BUILT_IN = new DoubtedIntegrity(1);

    List<Change> judge(Indexed entry, LedgerEvent.IntegrityDoubted doubted) {
        Warning warning = new Warning(
                NAME,
                version,
                severity(doubted),
                List.of(),
                summary(doubted),
                List.of(entry.index()),
                Optional.empty(),
                doubted.doubt().wire());
        return List.of(new Change.AlertRow(warning.raisedBy(entry)));
    }

    private static BreachAlert.Severity severity(LedgerEvent.IntegrityDoubted doubted) {
        return switch (doubted.doubt()) {
            case UNWITNESSED -> BreachAlert.Severity.HIGH;
            case REFUSED_BY_WITNESS, CONTRADICTS_CHECKPOINT, VIEWS_DIFFER -> BreachAlert.Severity.CRITICAL;
        };
    }

    private static String summary(LedgerEvent.IntegrityDoubted doubted) {
        String at = " (ledger position " + doubted.position() + ").";
        return switch (doubted.doubt()) {
            case UNWITNESSED -> "No witness has cosigned the latest checkpoint in the time it had" + at;
            case REFUSED_BY_WITNESS -> "The witness refuses the ledger's checkpoint: it saw another history" + at;
            case CONTRADICTS_CHECKPOINT -> "The ledger's tree does not continue a checkpoint that was published" + at;
            case VIEWS_DIFFER -> "The audit views are not what the ledger's records say" + at;
        };
    }
}
