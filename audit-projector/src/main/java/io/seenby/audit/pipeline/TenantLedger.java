package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.TenantRow;
import io.seenby.audit.postgres.TileRow;
import io.seenby.core.detection.Indexed;
import io.seenby.core.ledger.Frontier;
import io.seenby.core.ledger.Hash;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One tenant's ledger while a batch is placed in it: numbers its records and carries its core time. */
final class TenantLedger {

    private final TenantRow before;
    private final boolean opened;
    private final LedgerTree tree;
    private Instant coreTime;

    private TenantLedger(TenantRow before, boolean opened) {
        this.before = before;
        this.opened = opened;
        this.tree = new LedgerTree(before.tree());
        this.coreTime = before.coreTime();
    }

    static TenantLedger known(TenantRow stored) {
        return new TenantLedger(stored, false);
    }

    /** Of a tenant whose first record is this entry; core time begins with it. */
    static TenantLedger opened(LedgerEntry first, int partition) {
        return new TenantLedger(
                new TenantRow(first.tenant(), partition, Frontier.EMPTY, first.recordedAt(), 0, Optional.empty()),
                true);
    }

    /** The record's index, whatever becomes of it. */
    long append(Hash leaf) {
        return tree.append(leaf);
    }

    /** Places a decoded record; it moves core time even if it turns out to be a duplicate or a conflict. */
    Indexed place(LedgerEntry entry, Hash leaf) {
        Indexed indexed = Indexed.after(coreTime, append(leaf), entry);
        coreTime = indexed.coreTime();
        return indexed;
    }

    /** After the records placed so far. */
    Instant coreTime() {
        return coreTime;
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
    TenantRow after(long alertOrdinal, Optional<Instant> forgeryDay) {
        return new TenantRow(before.tenant(), before.partition(), tree.frontier(), coreTime, alertOrdinal, forgeryDay);
    }

    /** What the tree has grown by. */
    List<TileRow> tiles() {
        return tree.tiles(before.tenant().value(), before.partition());
    }
}
