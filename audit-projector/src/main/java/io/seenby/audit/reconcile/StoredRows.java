package io.seenby.audit.reconcile;

import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Subtree;
import io.seenby.core.ledger.Tiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the views hold of some records of a partition, within one snapshot. */
final class StoredRows {

    private static final String FIRST_OFFSETS = """
            SELECT t.tenant, e.kafka_offset
            FROM unnest(?::text[]) AS wanted(tenant) JOIN tenants AS t USING (tenant)
            JOIN entries AS e ON e.tenant = t.tenant AND e.ledger_index = 0
            WHERE t.partition = ?
            """;
    private static final String ENTRIES = """
            SELECT ledger_index, kafka_offset, value, recorded_at, occurred_at, publisher, event_id, type, actor,
                actor_kind, record, record_type, labels, action, outcome, purpose, late
            FROM entries WHERE tenant = ? AND ledger_index >= ? AND ledger_index < ?
            """;
    private static final String OTHERS = """
            SELECT ledger_index, kafka_offset, value FROM conflicts
            WHERE tenant = ? AND ledger_index >= ? AND ledger_index < ?
            UNION ALL
            SELECT ledger_index, kafka_offset, value FROM quarantine
            WHERE tenant = ? AND partition = ? AND kafka_offset >= ? AND kafka_offset <= ?
            """;
    private static final String CLIENTS = """
            SELECT stored.ledger_index, stored.client
            FROM unnest(?::text[], ?::bigint[]) AS wanted(client, ledger_index)
            JOIN entries AS e ON e.tenant = ? AND e.ledger_index = wanted.ledger_index
            JOIN entry_clients AS stored ON stored.tenant = e.tenant AND stored.client = wanted.client
                AND stored.occurred_at = e.occurred_at AND stored.ledger_index = e.ledger_index
            """;
    private static final String TILES = """
            SELECT tile, hashes FROM tree_tiles
            WHERE tenant = ? AND partition = ? AND level = 0 AND tile >= ? AND tile <= ?
            """;
    private static final String POSITION =
            "SELECT next_offset, entries, duplicates, conflicts, quarantined FROM positions WHERE partition = ?";

    private final Connection connection;
    private final int partition;

    StoredRows(Connection connection, int partition) {
        this.connection = connection;
        this.partition = partition;
    }

    /** A row's own claim of what the record was. */
    record Stored(long offset, byte[] value, Optional<EntryColumns> columns) {}

    /** How many records became what, before an offset. */
    record Counts(long offset, long entries, long duplicates, long conflicts, long quarantined) {}

    /** The offset of each tenant's first record, of those that were opened in this partition. */
    Map<String, Long> firstOffsets(Set<String> keys) throws SQLException {
        Map<String, Long> first = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FIRST_OFFSETS)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            select.setInt(2, partition);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    first.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return first;
    }

    /** By ledger index. */
    Map<Long, Stored> entries(Chunk chunk) throws SQLException {
        Map<Long, Stored> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setString(1, chunk.tenant());
            select.setLong(2, first(chunk).index());
            select.setLong(3, chunk.end());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.put(
                            row.getLong("ledger_index"),
                            new Stored(
                                    row.getLong("kafka_offset"),
                                    row.getBytes("value"),
                                    Optional.of(EntryColumns.of(row))));
                }
            }
        }
        return stored;
    }

    /** Conflicts and quarantined records, by ledger index. */
    Map<Long, Stored> others(Chunk chunk) throws SQLException {
        Map<Long, Stored> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OTHERS)) {
            select.setString(1, chunk.tenant());
            select.setLong(2, first(chunk).index());
            select.setLong(3, chunk.end());
            select.setString(4, chunk.tenant());
            select.setInt(5, partition);
            select.setLong(6, first(chunk).offset());
            select.setLong(7, chunk.leaves().get(chunk.leaves().size() - 1).offset());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] value = row.getBytes("value");
                    stored.put(
                            row.getLong("ledger_index"),
                            new Stored(
                                    row.getLong("kafka_offset"),
                                    value == null ? new byte[0] : value,
                                    Optional.empty()));
                }
            }
        }
        return stored;
    }

    /** Those of the wanted clients of entries that have their row, each as {@code index/client}. */
    Set<String> clients(String tenant, Collection<Map.Entry<Long, String>> wanted) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(CLIENTS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", wanted.stream().map(Map.Entry::getValue).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", wanted.stream().map(Map.Entry::getKey).toArray()));
            select.setString(3, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1) + "/" + row.getString(2));
                }
            }
        }
        return found;
    }

    /** The stored leaf hashes; a leaf that is not stored is left out. */
    Map<Long, Hash> leaves(Chunk chunk) throws SQLException {
        Map<Long, Hash> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TILES)) {
            select.setString(1, chunk.tenant());
            select.setInt(2, partition);
            select.setLong(3, Tiles.of(new Subtree(0, first(chunk).index())).index());
            select.setLong(4, Tiles.of(new Subtree(0, chunk.end() - 1)).index());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long index = row.getLong("tile") * Tiles.WIDTH;
                    byte[] hashes = row.getBytes("hashes");
                    for (int at = 0; at < hashes.length; at += Hash.LENGTH) {
                        stored.put(index++, Hash.of(Arrays.copyOfRange(hashes, at, at + Hash.LENGTH)));
                    }
                }
            }
        }
        return stored;
    }

    Optional<Counts> counts() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSITION)) {
            select.setInt(1, partition);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Counts(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                        : Optional.empty();
            }
        }
    }

    static boolean isTenant(Chunk chunk) {
        return !chunk.tenant().equals(QuarantineRow.UNATTRIBUTED);
    }

    private static Chunk.Leaf first(Chunk chunk) {
        return chunk.leaves().get(0);
    }
}
