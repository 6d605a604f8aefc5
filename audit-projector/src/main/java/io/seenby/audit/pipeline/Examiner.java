package io.seenby.audit.pipeline;

import io.seenby.audit.pipeline.Examined.Later;
import io.seenby.audit.pipeline.Examined.Readable;
import io.seenby.audit.pipeline.Examined.Unreadable;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerKeyId;
import io.seenby.events.json.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Verifies and decodes records, each by itself: so it is done on several cores and before any transaction. */
final class Examiner {

    private static final byte[] NOTHING = {};

    private final LedgerMac mac;

    Examiner(LedgerMac mac) {
        this.mac = mac;
    }

    /** In the order of the records. */
    List<Examined> examine(List<LedgerRecord> records) {
        return records.parallelStream().map(this::examine).toList();
    }

    private Examined examine(LedgerRecord record) {
        Hash leaf = new TreeHasher().leaf(record.value().orElse(NOTHING));
        if (record.key().isEmpty()) {
            return new Unreadable(record, leaf, Reasons.NULL_KEY, Optional.empty());
        }
        if (record.value().isEmpty()) {
            return new Unreadable(record, leaf, Reasons.TOMBSTONE, Optional.empty());
        }
        if (record.mac().isEmpty()) {
            return new Unreadable(record, leaf, Reasons.NO_MAC, Optional.empty());
        }
        byte[] value = record.value().get();
        Optional<LedgerKeyId> key = LedgerMac.keyOf(record.mac().get());
        Optional<String> objection = mac.objection(value, record.mac().get());
        if (key.isEmpty() || objection.isPresent()) {
            return new Unreadable(record, leaf, objection.orElse(Reasons.BAD_MAC), key);
        }
        return switch (EntryCodec.decode(value)) {
            case EntryCodec.Undecodable undecodable ->
                undecodable
                        .laterType()
                        .<Examined>map(type -> new Later(record, leaf, type, key.get()))
                        .orElseGet(() -> new Unreadable(record, leaf, Reasons.undecodable(undecodable.reason()), key));
            case EntryCodec.Entry decoded -> ofTheTenantOfItsKey(record, leaf, value, decoded.entry(), key.get());
        };
    }

    /** The key routes and is not proven; the value is. */
    private static Examined ofTheTenantOfItsKey(
            LedgerRecord record, Hash leaf, byte[] value, LedgerEntry entry, LedgerKeyId provenBy) {
        byte[] tenant = entry.tenant().value().getBytes(StandardCharsets.UTF_8);
        return record.key().filter(key -> Arrays.equals(key, tenant)).isPresent()
                ? new Readable(record, leaf, value, entry, Identity.of(entry), provenBy)
                : new Unreadable(record, leaf, Reasons.TENANT_MISMATCH, Optional.of(provenBy));
    }
}
