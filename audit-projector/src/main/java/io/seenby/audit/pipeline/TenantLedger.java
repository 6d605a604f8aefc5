package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.TenantRow;
import io.seenby.core.detection.Indexed;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import java.time.Instant;

/** One tenant's ledger while a batch is placed in it: numbers its records and carries its core time. */
final class TenantLedger {

    private final TenantRow before;
    private final boolean opened;
    private long nextIndex;
    private Instant coreTime;

    private TenantLedger(TenantRow before, boolean opened) {
        this.before = before;
        this.opened = opened;
        this.nextIndex = before.nextIndex();
        this.coreTime = before.coreTime();
    }

    static TenantLedger known(TenantRow stored) {
        return new TenantLedger(stored, false);
    }

    /** Of a tenant whose first record is this entry; core time begins with it. */
    static TenantLedger opened(LedgerEntry first, int partition) {
        return new TenantLedger(new TenantRow(first.tenant(), partition, 0, first.recordedAt(), 0), true);
    }

    /** The index of the next record, whatever becomes of it. */
    long takeIndex() {
        return nextIndex++;
    }

    /** Places a decoded record; it moves core time even if it turns out to be a duplicate or a conflict. */
    Indexed place(LedgerEntry entry) {
        Indexed indexed = Indexed.after(coreTime, takeIndex(), entry);
        coreTime = indexed.coreTime();
        return indexed;
    }

    TenantId tenant() {
        return before.tenant();
    }

    boolean isOpenedInThisBatch() {
        return opened;
    }

    /** As it stood before the batch. */
    TenantRow before() {
        return before;
    }

    /** As it stands after the batch. */
    TenantRow after(long alertOrdinal) {
        return new TenantRow(before.tenant(), before.partition(), nextIndex, coreTime, alertOrdinal);
    }
}
