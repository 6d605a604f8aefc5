package io.seenby.audit.pipeline;

import io.seenby.audit.pipeline.Examined.Later;
import io.seenby.audit.pipeline.Examined.Readable;
import io.seenby.audit.pipeline.Examined.Unreadable;
import io.seenby.audit.postgres.Position;
import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.audit.postgres.TenantRow;
import io.seenby.audit.postgres.TileRow;
import io.seenby.core.detection.Unproven;
import io.seenby.core.ledger.Frontier;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Patterns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of a partition's tenants while a batch is placed in them.
 *
 * <p>A record belongs to the tenant that its key names, if that tenant was opened in this partition before; then it takes
 * the tenant's next index, readable or not. All others are strangers, tombstones among them, except a proven {@code TenantOpened} for this
 * partition, which begins a ledger.
 */
final class Ledgers {

    private static final int LONGEST_TENANT = 63;

    private final int partition;
    private final PartitionKeys keys;
    private final Announcements announcements;
    private final LedgerTree strangers;
    private final Map<String, TenantLedger> byKey = new LinkedHashMap<>();

    Ledgers(Position before, PartitionKeys keys, Announcements announcements, Map<String, TenantRow> known) {
        this.partition = before.partition();
        this.keys = keys;
        this.announcements = announcements;
        this.strangers = new LedgerTree(before.strangers());
        known.forEach((key, row) -> byKey.put(key, TenantLedger.known(row)));
    }

    /** The keys that could name a tenant. */
    static Set<String> keysOf(List<LedgerRecord> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keyOf(record).ifPresent(keys::add));
        return keys;
    }

    private static Optional<String> keyOf(LedgerRecord record) {
        return record.key()
                .filter(key -> key.length <= LONGEST_TENANT)
                .map(key -> new String(key, StandardCharsets.ISO_8859_1))
                .filter(key -> Patterns.TENANT.matcher(key).matches());
    }

    /**
     * The records must come in their order: one may change by which keys those after it are judged.
     *
     * @throws WrittenByLaterVersion if it is proven and of a type that is not known here
     */
    Placed place(Examined unjudged, boolean unstorable) {
        Examined examined = keys.judge(unjudged);
        if (examined instanceof Later later) {
            throw new WrittenByLaterVersion(later);
        }
        LedgerRecord record = examined.record();
        Optional<String> key = keyOf(record);
        TenantLedger ledger = key.isPresent() ? byKey.get(key.get()) : null;
        if (ledger != null && record.value().isPresent()) {
            return unstorable ? refused(examined, ledger, Reasons.UNSTORABLE) : place(examined, ledger);
        }
        if (examined instanceof Readable first && first.entry().event() instanceof LedgerEvent.TenantOpened opened) {
            return unstorable ? stranger(examined, Reasons.UNSTORABLE) : open(first, opened);
        }
        return stranger(examined, reasonOf(record, ledger));
    }

    /** Those that a record of the batch belongs to, in the order of their first record. */
    Collection<TenantLedger> touched() {
        return byKey.values();
    }

    private Placed open(Readable first, LedgerEvent.TenantOpened opened) {
        if (opened.partition() != partition) {
            return stranger(first, Reasons.WRONG_PARTITION);
        }
        TenantLedger ledger = TenantLedger.opened(first.entry(), partition);
        byKey.put(first.entry().tenant().value(), ledger);
        return place(first, ledger);
    }

    private Placed place(Examined examined, TenantLedger ledger) {
        return switch (examined) {
            case Readable readable -> {
                keys.placed(readable);
                announcements.placed(readable);
                yield new Placed.Decoded(readable, ledger.place(readable.entry(), readable.leaf()));
            }
            case Later later -> throw new WrittenByLaterVersion(later);
            case Unreadable unreadable -> refused(unreadable, ledger, unreadable.reason());
        };
    }

    private static Placed refused(Examined examined, TenantLedger ledger, String reason) {
        long index = ledger.append(examined.leaf());
        Optional<Unproven> forged = Reasons.meansForged(reason)
                ? Optional.of(new Unproven(ledger.tenant(), index, ledger.coreTime()))
                : Optional.empty();
        return refused(examined.record(), ledger.tenant().value(), index, reason, forged);
    }

    private Placed stranger(Examined examined, String reason) {
        long index = strangers.append(examined.leaf());
        return refused(examined.record(), QuarantineRow.UNATTRIBUTED, index, reason, Optional.empty());
    }

    private static String reasonOf(LedgerRecord record, @Nullable TenantLedger ledger) {
        if (record.key().isEmpty()) {
            return Reasons.NULL_KEY;
        }
        return ledger == null ? Reasons.UNKNOWN_TENANT : Reasons.TOMBSTONE;
    }

    /** The tree of the records that belong to no tenant of the partition, as it stands after them. */
    Frontier strangers() {
        return strangers.frontier();
    }

    /** What all trees have grown by. */
    List<TileRow> tiles() {
        List<TileRow> tiles = new ArrayList<>(strangers.tiles(QuarantineRow.UNATTRIBUTED, partition));
        byKey.values().forEach(ledger -> tiles.addAll(ledger.tiles()));
        return tiles;
    }

    private static Placed refused(
            LedgerRecord record, String tenant, long index, String reason, Optional<Unproven> forged) {
        var row = new QuarantineRow(
                record.partition(), record.offset(), tenant, index, reason, record.value(), record.key());
        return new Placed.Refused(row, forged);
    }
}
