package io.seenby.bench.projection;

import io.seenby.bench.NotMeasured;
import io.seenby.local.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The database as its superuser sees it: schemas of views are measured, copied and dropped. Schema names are ours. */
final class ViewsDatabase implements AutoCloseable {
    private static final String UNDEFINED_TABLE = "42P01";

    /** Where a projector stands in a schema. */
    record Standing(long integrated, long rows, long others) {
        static final Standing NOWHERE = new Standing(0, 0, 0);
    }

    private final Connection connection;

    ViewsDatabase(PostgresServer server) throws SQLException {
        connection = server.connect("postgres");
    }

    Standing standing(String schema) throws SQLException {
        String sql = """
                SELECT coalesce(sum(next_offset), 0), coalesce(sum(entries), 0),
                       coalesce(sum(duplicates + conflicts + quarantined), 0)
                FROM %s.positions""".formatted(schema);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return new Standing(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException failed) {
            if (UNDEFINED_TABLE.equals(failed.getSQLState())) {
                return Standing.NOWHERE;
            }
            throw failed;
        }
    }

    long count(String schema, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM %s.%s".formatted(schema, table))) {
            row.next();
            return row.getLong(1);
        }
    }

    void drop(String schema) throws SQLException {
        execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
    }

    /** Writes out what is dirty, so that no contender pays for the one before it. */
    void settle() throws SQLException {
        execute("CHECKPOINT");
    }

    /** An empty entries table with the columns, constraints and indexes of another one. */
    void createEntriesLike(String template, String schema) throws SQLException {
        execute("CREATE SCHEMA %s".formatted(schema));
        execute("CREATE TABLE %s.entries (LIKE %s.entries INCLUDING ALL)".formatted(schema, template));
        if (indexes(schema) != indexes(template)) {
            throw new NotMeasured("the baseline's table doesn't have the indexes of entries");
        }
    }

    private long indexes(String schema) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT count(*) FROM pg_indexes WHERE schemaname = ? AND tablename = 'entries'")) {
            statement.setString(1, schema);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The entries of a schema in PostgreSQL's binary form, in the order in which they lie in the table. */
    void exportEntries(String schema, OutputStream out) throws SQLException, IOException {
        copy().copyOut("COPY (SELECT * FROM %s.entries) TO STDOUT (FORMAT binary)".formatted(schema), out);
    }

    /** Loads one batch in a transaction of its own. */
    void importEntries(String schema, byte[] batch) throws SQLException {
        var in = copy().copyIn("COPY %s.entries FROM STDIN (FORMAT binary)".formatted(schema));
        in.writeToCopy(batch, 0, batch.length);
        in.endCopy();
    }

    private CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
