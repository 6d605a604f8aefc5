package io.seenby.access.intake;

import io.seenby.access.problem.Problem;
import io.seenby.events.EventId;
import io.seenby.events.TenantId;
import java.time.Instant;

/** What became of one report. */
public sealed interface Outcome {

    /** It is in the ledger, on all replicas, for ever. */
    record Recorded(TenantId tenant, EventId eventId, int partition, long offset, Instant recordedAt)
            implements Outcome {}

    /** It is not in the ledger and never will be as it stands. */
    record Refused(Problem problem) implements Outcome {}

    /** It may or may not get into the ledger; sending it again under the same id is safe. */
    record Unavailable(Problem problem) implements Outcome {}
}
