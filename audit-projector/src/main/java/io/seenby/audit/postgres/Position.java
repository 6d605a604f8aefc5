package io.seenby.audit.postgres;

import io.seenby.core.ledger.Frontier;

/**
 * How far a partition is integrated, and what became of each record before that: the four counts add up to {@code
 * nextOffset}.
 *
 * @param strangers tree of those quarantined records that belong to no tenant of the partition
 */
public record Position(
        int partition,
        long nextOffset,
        long entries,
        long duplicates,
        long conflicts,
        long quarantined,
        Frontier strangers) {

    static Position beginning(int partition) {
        return new Position(partition, 0, 0, 0, 0, 0, Frontier.EMPTY);
    }

    /** After a batch with these verdicts. */
    public Position after(int entries, int duplicates, int conflicts, int quarantined, Frontier strangers) {
        return new Position(
                partition,
                nextOffset + entries + duplicates + conflicts + quarantined,
                this.entries + entries,
                this.duplicates + duplicates,
                this.conflicts + conflicts,
                this.quarantined + quarantined,
                strangers);
    }
}
