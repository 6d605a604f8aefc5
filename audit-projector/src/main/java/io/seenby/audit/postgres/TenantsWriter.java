package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes where the tenants of a batch stand after it. */
final class TenantsWriter {

    private TenantsWriter() {}

    private static final String OPEN = """
            INSERT INTO tenants (tenant, partition, next_index, peaks, core_time, alert_ordinal, forgery_day)
            SELECT * FROM unnest(
                ?::text[], ?::integer[], ?::bigint[], ?::bytea[], ?::timestamptz[], ?::bigint[], ?::timestamptz[])
            """;

    private static final String MOVE = """
            UPDATE tenants AS stored
            SET next_index = moved.next_index, peaks = moved.peaks, core_time = moved.core_time,
                alert_ordinal = moved.alert_ordinal, forgery_day = moved.forgery_day
            FROM unnest(?::text[], ?::integer[], ?::bigint[], ?::bytea[], ?::timestamptz[], ?::bigint[],
                    ?::timestamptz[])
                AS moved(tenant, partition, next_index, peaks, core_time, alert_ordinal, forgery_day)
            WHERE stored.tenant = moved.tenant AND stored.partition = moved.partition
            """;

    static void write(Connection connection, Additions additions) throws SQLException {
        write(connection, OPEN, additions.opened());
        write(connection, MOVE, additions.moved());
    }

    private static void write(Connection connection, String sql, List<TenantRow> tenants) throws SQLException {
        if (tenants.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Columns<>(statement, tenants)
                    .text(row -> row.tenant().value())
                    .integer(TenantRow::partition)
                    .bigint(TenantRow::nextIndex)
                    .bytes(row -> row.tree().bytes())
                    .moment(TenantRow::coreTime)
                    .bigint(TenantRow::alertOrdinal)
                    .optionalMoment(TenantRow::forgeryDay);
            if (statement.executeUpdate() != tenants.size()) {
                throw new IllegalStateException("a tenant of the batch has left its partition");
            }
        }
    }
}
