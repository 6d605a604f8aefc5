package io.seenby.cli.verify;

import io.seenby.cli.export.RecordView;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.json.EntryCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts each record of a partition into the tree it belongs to, as the projector does: into that of the tenant whom its key
 * names, if a well-formed {@code TenantOpened} for this partition came before; else, and without a value, into that of the
 * partition's strangers.
 *
 * <p>MACs cannot be checked here. Somebody who forges a tenant's {@code TenantOpened} before the real one makes this and
 * the projector disagree: the root then differs, and the forgery is among the entries that are named.
 */
final class PartitionCheck {

    /** A tree and whose it is. */
    private record Ledger(String tenant, byte[] key, TreeCheck tree) {}

    private final int partition;
    private final BiFunction<String, Integer, TreeCheck> trees;
    private final Ledger strangers;
    private final Map<ByteBuffer, Ledger> byKey = new HashMap<>();
    private final TreeHasher hasher = new TreeHasher();
    private final Promises promises;
    private final Optional<Leaves> others;
    private final Findings findings;
    private @Nullable Ledger last;
    private long next;
    private long bytes;
    private long records;

    /** @param trees begins the tree of a tenant, or of strangers */
    PartitionCheck(
            int partition,
            BiFunction<String, Integer, TreeCheck> trees,
            Promises promises,
            Optional<Leaves> others,
            Findings findings) {
        this.partition = partition;
        this.trees = trees;
        this.promises = promises;
        this.others = others;
        this.findings = findings;
        this.strangers = new Ledger(Origins.STRANGERS, new byte[0], trees.apply(Origins.STRANGERS, partition));
    }

    void record(RecordView record) {
        if (record.offset() != next) {
            outOfOrder(record.offset());
        }
        next = record.offset() + 1;
        records++;
        bytes += record.hashedLength();
        Hash leaf = hasher.leaf(record.valueBytes(), record.valueFrom(), record.hashedLength());
        Ledger ledger = ledgerOf(record);
        if (promises.isPromised(partition, record.offset())) {
            promises.found(partition, record.offset(), ledger.tenant(), leaf, findings);
        }
        if (others.isEmpty()) {
            ledger.tree().append(leaf, record.offset());
        } else {
            long index = ledger.tree().append(leaf, record.offset(), others.get());
            others.get().leaf(ledger.tenant(), partition, index, record, leaf);
        }
    }

    private void outOfOrder(long offset) {
        if (offset > next) {
            findings.add(
                    Kind.GAP,
                    "partition %d has no record at the offsets %d to %d".formatted(partition, next, offset - 1));
        } else {
            findings.add(
                    Kind.GAP, "partition %d goes from offset %d back to %d".formatted(partition, next - 1, offset));
        }
    }

    /** After the last record. */
    void finish(long end) {
        if (next < end) {
            outOfOrder(end);
        }
    }

    private Ledger ledgerOf(RecordView record) {
        if (!record.hasValue() || !record.hasKey()) {
            return strangers;
        }
        Ledger before = last;
        if (before != null && isKey(record, before.key())) {
            return before;
        }
        Ledger known = byKey.get(ByteBuffer.wrap(record.keyBytes(), record.keyFrom(), record.keyLength()));
        Ledger found = known == null ? opened(record) : known;
        last = found == strangers ? before : found;
        return found;
    }

    private static boolean isKey(RecordView record, byte[] key) {
        return Arrays.equals(
                record.keyBytes(), record.keyFrom(), record.keyFrom() + record.keyLength(), key, 0, key.length);
    }

    /** The ledger that the record begins, or that of strangers. */
    private Ledger opened(RecordView record) {
        if (!record.hasMac() || !(EntryCodec.decode(record.value()) instanceof EntryCodec.Entry decoded)) {
            return strangers;
        }
        LedgerEntry entry = decoded.entry();
        String tenant = entry.tenant().value();
        byte[] key = tenant.getBytes(StandardCharsets.UTF_8);
        boolean opens = entry.event() instanceof LedgerEvent.TenantOpened here && here.partition() == partition;
        if (!opens || !isKey(record, key)) {
            return strangers;
        }
        Ledger ledger = new Ledger(tenant, key, trees.apply(tenant, partition));
        byKey.put(ByteBuffer.wrap(key), ledger);
        return ledger;
    }

    long records() {
        return records;
    }

    /** Of values, all of them hashed. */
    long bytes() {
        return bytes;
    }
}
