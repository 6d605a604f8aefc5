package io.seenby.core.detection;

import io.seenby.events.LedgerEntry;
import java.time.Duration;
import java.time.Instant;

/**
 * An entry at its place in its tenant's ledger.
 *
 * @param index ledger index, from 0
 * @param coreTime running maximum of {@code recordedAt} over the tenant's decoded records, this one included
 */
public record Indexed(long index, Instant coreTime, LedgerEntry entry) {

    /** Reported later than this, an access is judged by itself and skipped by rules that count in windows. */
    public static final Duration LATE = Duration.ofDays(30);

    /** The entry that follows a core time: every decoded record moves it, duplicates and conflicts too. */
    public static Indexed after(Instant coreTime, long index, LedgerEntry entry) {
        Instant recorded = entry.recordedAt();
        return new Indexed(index, recorded.isAfter(coreTime) ? recorded : coreTime, entry);
    }

    public boolean late() {
        return entry.occurredAt().plus(LATE).isBefore(entry.recordedAt());
    }
}
