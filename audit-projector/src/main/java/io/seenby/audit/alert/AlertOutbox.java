package io.seenby.audit.alert;

import io.seenby.audit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The alert revisions that the topic has not acknowledged yet. How far it has, stands in an owned table that no rebuild
 * touches: the marks are of the tenant's alert ordinals, which every rebuild counts the same.
 */
@ApplicationScoped
class AlertOutbox {

    private final Database database;

    AlertOutbox(Database database) {
        this.database = database;
    }

    /** A tenant with revisions after its mark. */
    record Pending(String tenant, long mark) {}

    /** An encoded alert at its ordinal. */
    record Revision(long ordinal, byte[] payload) {}

    private static final String PENDING = """
            SELECT tenant, coalesce(published_ordinal, 0) AS mark
            FROM tenants LEFT JOIN owned.alert_marks USING (tenant)
            WHERE partition = ANY (?) AND alert_ordinal > coalesce(published_ordinal, 0)
            ORDER BY tenant
            """;

    /** The tenants of these partitions that have something to publish. */
    List<Pending> pending(Set<Integer> partitions) throws SQLException {
        return database.inTransaction(connection -> {
            List<Pending> pending = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(PENDING)) {
                select.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        pending.add(new Pending(row.getString("tenant"), row.getLong("mark")));
                    }
                }
            }
            return pending;
        });
    }

    private static final String AFTER = """
            SELECT ordinal, payload FROM alert_revisions WHERE tenant = ? AND ordinal > ? ORDER BY ordinal LIMIT ?
            """;

    /** The next revisions of a tenant in order, at most {@code limit}. */
    List<Revision> after(Pending pending, int limit) throws SQLException {
        return database.inTransaction(connection -> {
            List<Revision> revisions = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(AFTER)) {
                select.setString(1, pending.tenant());
                select.setLong(2, pending.mark());
                select.setInt(3, limit);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        revisions.add(new Revision(row.getLong("ordinal"), row.getBytes("payload")));
                    }
                }
            }
            return revisions;
        });
    }

    private static final String MOVE = """
            INSERT INTO owned.alert_marks AS mark (tenant, published_ordinal) VALUES (?, ?)
            ON CONFLICT (tenant) DO UPDATE SET published_ordinal = excluded.published_ordinal
            WHERE mark.published_ordinal = ?
            """;

    /** Moves the mark by compare-and-set; false if another instance has moved it meanwhile. */
    boolean published(Pending from, long upTo) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(MOVE)) {
                upsert.setString(1, from.tenant());
                upsert.setLong(2, upTo);
                upsert.setLong(3, from.mark());
                return upsert.executeUpdate() == 1;
            }
        });
    }
}
