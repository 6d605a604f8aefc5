package io.seenby.access.intake;

import io.seenby.access.problem.Problem;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Statement;
import io.seenby.events.EventId;
import io.seenby.events.TenantId;
import java.time.Instant;

/** What became of one report. */
public sealed interface Outcome {

    /**
     * It is in the ledger, on all replicas, for ever.
     *
     * @param leaf of the value that was appended
     * @param recordedAt as precise as the ledger keeps it
     */
    record Recorded(TenantId tenant, EventId eventId, int partition, long offset, Hash leaf, Instant recordedAt)
            implements Outcome {

        /** What a receipt states of it. */
        public Statement statement() {
            return new Statement(tenant.value(), partition, offset, leaf, recordedAt);
        }
    }

    /** It is not in the ledger and never will be as it stands. */
    record Refused(Problem problem) implements Outcome {}

    /** It may or may not get into the ledger; sending it again under the same id is safe. */
    record Unavailable(Problem problem) implements Outcome {}
}
