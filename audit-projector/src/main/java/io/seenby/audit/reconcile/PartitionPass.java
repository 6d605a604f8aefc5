package io.seenby.audit.reconcile;

import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.QuarantineRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One pass through a partition, from its first record: where it stands, in the log and in each tree. */
final class PartitionPass {

    private final int partition;
    private final Map<String, Long> nextIndex = new HashMap<>();
    private long nextOffset;
    private long entries;
    private long duplicates;
    private long others;

    PartitionPass(int partition) {
        this.partition = partition;
    }

    int partition() {
        return partition;
    }

    long nextOffset() {
        return nextOffset;
    }

    /** Compares these records, which follow on those before; all of them are integrated. */
    Optional<Discrepancy> compare(List<ConsumerRecord<byte[], byte[]>> records, Database database) throws SQLException {
        return database.inTransaction(connection -> compare(records, connection));
    }

    private Optional<Discrepancy> compare(List<ConsumerRecord<byte[], byte[]>> records, Connection connection)
            throws SQLException {
        StoredRows stored = new StoredRows(connection, partition);
        ChunkCheck check = new ChunkCheck(stored);
        for (Chunk chunk : chunks(records, stored)) {
            Optional<Discrepancy> found = check.of(chunk);
            if (found.isPresent()) {
                return found;
            }
            nextIndex.put(chunk.tenant(), chunk.end());
        }
        entries += check.entries();
        duplicates += check.duplicates();
        others += check.others();
        nextOffset = records.get(records.size() - 1).offset() + 1;
        return stored.counts().flatMap(this::miscount);
    }

    private Iterable<Chunk> chunks(List<ConsumerRecord<byte[], byte[]>> records, StoredRows stored)
            throws SQLException {
        Set<String> keys = records.stream().map(PartitionPass::keyOf).collect(Collectors.toSet());
        Map<String, Long> firstOffsets = stored.firstOffsets(keys);
        Map<String, Chunk> chunks = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String key = keyOf(record);
            boolean tenants =
                    record.value() != null && record.offset() >= firstOffsets.getOrDefault(key, Long.MAX_VALUE);
            chunks.computeIfAbsent(
                            tenants ? key : QuarantineRow.UNATTRIBUTED,
                            tree -> new Chunk(tree, nextIndex.getOrDefault(tree, 0L)))
                    .add(record);
        }
        return chunks.values();
    }

    /** A key that could name no tenant names none here either: it is compared with names of tenants only. */
    private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.ISO_8859_1).replace('\0', '?');
    }

    /** The counts can be compared only where the pass stands where the views stand. */
    private Optional<Discrepancy> miscount(StoredRows.Counts counts) {
        boolean wrong = counts.offset() == nextOffset
                && (counts.entries() != entries
                        || counts.duplicates() != duplicates
                        || counts.conflicts() + counts.quarantined() != others);
        return wrong
                ? Optional.of(new Discrepancy(
                        nextIndex.keySet().stream()
                                .filter(tree -> !tree.equals(QuarantineRow.UNATTRIBUTED))
                                .sorted()
                                .findFirst()
                                .orElse(QuarantineRow.UNATTRIBUTED),
                        0,
                        "the partition's counts are not those of its rows"))
                : Optional.empty();
    }
}
