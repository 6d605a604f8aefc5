package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What became of a batch. */
public sealed interface Outcome {

    /**
     * It is committed.
     *
     * @param position after the batch
     * @param entries accepted; {@code duplicates} and {@code conflicts} likewise of this batch alone
     * @param quarantined how many for which reason (its code alone)
     * @param recordedAt of each accepted entry
     * @param alerts an alert was raised or changed
     */
    record Integrated(
            Position position,
            int entries,
            int duplicates,
            int conflicts,
            Map<String, Integer> quarantined,
            List<Instant> recordedAt,
            boolean alerts)
            implements Outcome {

        public int records() {
            return entries
                    + duplicates
                    + conflicts
                    + quarantined.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The stored position is not where the batch begins, so nothing was done. */
    record Misplaced(long storedOffset) implements Outcome {}
}
