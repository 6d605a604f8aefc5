package io.seenby.bench.growth;

import io.seenby.bench.figures.Table;
import io.seenby.local.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables that the rules judge by. Whatever is not known to be of the trail counts as state, new tables too. */
final class StateRows implements AutoCloseable {

    private static final String UNDEFINED_TABLE = "42P01";

    /** These grow with accesses, or are there once a partition. */
    private static final Set<String> OF_THE_TRAIL = Set.of(
            "entries",
            "entry_clients",
            "identities",
            "tree_tiles",
            "conflicts",
            "quarantine",
            "findings",
            "alerts",
            "alert_revisions",
            "alert_work",
            "positions",
            "checkpoints",
            "checkpoint_reading",
            "flyway_schema_history");

    private static final String TABLES = """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'views' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1
            """;

    private final Connection connection;

    StateRows(PostgresServer server) throws SQLException {
        connection = server.connect("postgres");
    }

    /** Records in the views; 0 before there are any views. */
    long integrated() throws SQLException {
        try {
            return number("SELECT coalesce(sum(next_offset), 0) FROM views.positions");
        } catch (SQLException failed) {
            if (UNDEFINED_TABLE.equals(failed.getSQLState())) {
                return 0;
            }
            throw failed;
        }
    }

    long rows() throws SQLException {
        long rows = 0;
        for (String table : tables()) {
            rows += count(table);
        }
        return rows;
    }

    /** Those that hold anything. */
    Table byTable() throws SQLException {
        var table = new Table(List.of("table", "rows"));
        for (String each : tables()) {
            long rows = count(each);
            if (rows > 0) {
                table.row(List.of(each, "%,d".formatted(rows)));
            }
        }
        return table;
    }

    long count(String table) throws SQLException {
        return number("SELECT count(*) FROM views.\"" + table + "\"");
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                if (!OF_THE_TRAIL.contains(row.getString(1))) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
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
