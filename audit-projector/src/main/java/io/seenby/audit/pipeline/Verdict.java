package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.ConflictRow;
import io.seenby.audit.postgres.EntryRow;
import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.core.detection.Unproven;
import java.util.Optional;

/** What became of a record: exactly one of these four. */
sealed interface Verdict {

    /** It is an entry of the views. */
    record Accepted(EntryRow row) implements Verdict {}

    /** It repeats an earlier entry word for word: counted, no row. */
    record Duplicate() implements Verdict {}

    /** It has the identity of an earlier entry and other content: kept as evidence. */
    record Conflicting(ConflictRow row) implements Verdict {}

    /**
     * It is no entry.
     *
     * @param forged if it is in a tenant's ledger and nobody with an accepted key has written it
     */
    record Quarantined(QuarantineRow row, Optional<Unproven> forged) implements Verdict {}
}
