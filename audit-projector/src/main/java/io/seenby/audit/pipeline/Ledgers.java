package io.seenby.audit.pipeline;

import io.seenby.audit.pipeline.Examined.Readable;
import io.seenby.audit.pipeline.Examined.Unreadable;
import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.audit.postgres.TenantRow;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Patterns;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledgers of a partition's tenants while a batch is placed in them.
 *
 * <p>A record belongs to the tenant that its key names, if that tenant was opened in this partition before; then it takes
 * the tenant's next index, readable or not. All others are strangers, except a proven {@code TenantOpened} for this
 * partition, which begins a ledger.
 */
final class Ledgers {

    private static final int LONGEST_TENANT = 63;

    private final int partition;
    private final Map<String, TenantLedger> byKey = new LinkedHashMap<>();

    Ledgers(int partition, Map<String, TenantRow> known) {
        this.partition = partition;
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

    Placed place(Examined examined, boolean unstorable) {
        LedgerRecord record = examined.record();
        Optional<String> key = keyOf(record);
        TenantLedger ledger = key.isPresent() ? byKey.get(key.get()) : null;
        if (ledger != null) {
            return unstorable ? refused(record, ledger, Reasons.UNSTORABLE) : place(examined, ledger);
        }
        if (examined instanceof Readable first && first.entry().event() instanceof LedgerEvent.TenantOpened opened) {
            return unstorable ? stranger(record, Reasons.UNSTORABLE) : open(first, opened);
        }
        return stranger(record, record.key().isEmpty() ? Reasons.NULL_KEY : Reasons.UNKNOWN_TENANT);
    }

    /** Those that a record of the batch belongs to, in the order of their first record. */
    Collection<TenantLedger> touched() {
        return byKey.values();
    }

    private Placed open(Readable first, LedgerEvent.TenantOpened opened) {
        if (opened.partition() != partition) {
            return stranger(first.record(), Reasons.WRONG_PARTITION);
        }
        TenantLedger ledger = TenantLedger.opened(first.entry(), partition);
        byKey.put(first.entry().tenant().value(), ledger);
        return place(first, ledger);
    }

    private static Placed place(Examined examined, TenantLedger ledger) {
        return switch (examined) {
            case Readable readable -> new Placed.Decoded(readable, ledger.place(readable.entry()));
            case Unreadable unreadable -> refused(unreadable.record(), ledger, unreadable.reason());
        };
    }

    private static Placed refused(LedgerRecord record, TenantLedger ledger, String reason) {
        return refused(record, ledger.tenant().value(), Optional.of(ledger.takeIndex()), reason);
    }

    private static Placed stranger(LedgerRecord record, String reason) {
        return refused(record, QuarantineRow.UNATTRIBUTED, Optional.empty(), reason);
    }

    private static Placed refused(LedgerRecord record, String tenant, Optional<Long> index, String reason) {
        return new Placed.Refused(new QuarantineRow(
                record.partition(), record.offset(), tenant, index, reason, record.value(), record.key()));
    }
}
