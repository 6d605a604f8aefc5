package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.EntryRow;
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
     * @param accepted the entries; {@code duplicates} and {@code conflicts} likewise of this batch alone
     * @param quarantined how many for which reason (its code alone)
     * @param alerts an alert was raised or changed
     */
    record Integrated(
            Position position,
            List<EntryRow> accepted,
            int duplicates,
            int conflicts,
            Map<String, Integer> quarantined,
            boolean alerts)
            implements Outcome {

        public int entries() {
            return accepted.size();
        }

        /** Of each accepted entry. */
        public List<Instant> recordedAt() {
            return accepted.stream()
                    .map(row -> row.indexed().entry().recordedAt())
                    .toList();
        }

        public int records() {
            return entries()
                    + duplicates
                    + conflicts
                    + quarantined.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The stored position is not where the batch begins, so nothing was done. */
    record Misplaced(long storedOffset) implements Outcome {}
}
