package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the derived tables of a schema hold, in one line each: two schemas with equal digests hold the same bytes.
 *
 * <p>It compares, it proves nothing: MD5 over MD5s of the rows' text in the order of the key.
 */
public final class SchemaDigest {

    /** The text of a row must not depend on how a session likes to see moments and bytes. */
    private static final String SESSION = """
            SET LOCAL statement_timeout = 0;
            SET LOCAL enable_seqscan = on;
            SET LOCAL enable_bitmapscan = on;
            SET LOCAL timezone = 'UTC';
            SET LOCAL datestyle = 'ISO';
            SET LOCAL bytea_output = 'hex'
            """;

    private static final String DIGEST = """
            SELECT count(*), coalesce(md5(string_agg(md5(each::text), '' ORDER BY %2$s)), md5(''))
            FROM %1$s AS each
            """;

    private SchemaDigest() {}

    /** One table's rows: how many, and the digest of them all. */
    public record OfTable(long rows, String md5) {}

    /** Of all derived tables, from one snapshot. */
    public static Map<DerivedTable, OfTable> of(Database database) throws SQLException {
        return database.inTransaction(connection -> {
            run(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            run(connection, SESSION);
            Map<DerivedTable, OfTable> digests = new EnumMap<>(DerivedTable.class);
            for (DerivedTable table : DerivedTable.values()) {
                if (table.isOfTheLedger()) {
                    digests.put(table, of(connection, table));
                }
            }
            return digests;
        });
    }

    private static OfTable of(Connection connection, DerivedTable table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DIGEST.formatted(table.sqlName(), table.key()))) {
            row.next();
            return new OfTable(row.getLong(1), row.getString(2));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
