package io.seenby.bench.capacity;

import io.seenby.local.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much room the database takes, as it says itself. */
final class Rooms implements AutoCloseable {

    private static final String TABLES = """
            SELECT coalesce(pg_partition_root(c.oid), c.oid)::regclass::text AS name, sum(pg_total_relation_size(c.oid)) AS bytes
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind = 'r' GROUP BY 1 ORDER BY 2 DESC
            """;

    private final Connection connection;

    Rooms(PostgresServer server) throws SQLException {
        connection = server.connect("postgres");
    }

    /** Bytes by table, with indexes and what is stored out of line, the largest first. */
    Map<String, Long> ofTables(String schema) throws SQLException {
        var bytes = new LinkedHashMap<String, Long>();
        try (var select = connection.prepareStatement(TABLES)) {
            select.setString(1, schema);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    bytes.put(row.getString("name"), row.getLong("bytes"));
                }
            }
        }
        return bytes;
    }

    long integrated() throws SQLException {
        return number("SELECT coalesce(sum(next_offset), 0) FROM views.positions");
    }

    /** Of the values of all entries, as they stand on the ledger. */
    long valueBytes() throws SQLException {
        return number("SELECT sum(length(value)) FROM views.entries");
    }

    /** Bytes written to the write-ahead log since the server was made. */
    long wal() throws SQLException {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
