package io.seenby.audit.postgres;

import io.seenby.events.LedgerEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the records that are no entry: contradictions as evidence, the others into quarantine. */
final class RefusedWriter {

    private static final String CONFLICTS = """
            INSERT INTO conflicts (tenant, ledger_index, kafka_offset, first_index, publisher, event_id, value)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bytea[])
            """;

    private static final String QUARANTINE = """
            INSERT INTO quarantine (partition, kafka_offset, tenant, ledger_index, reason, value, key)
            SELECT * FROM unnest(?::integer[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
            """;

    private final Connection connection;

    RefusedWriter(Connection connection) {
        this.connection = connection;
    }

    void writeConflicts(List<ConflictRow> rows) throws SQLException {
        Written.inserted(
                connection,
                CONFLICTS,
                rows,
                columns -> columns.text(row -> entry(row).tenant().value())
                        .bigint(row -> row.indexed().index())
                        .bigint(ConflictRow::offset)
                        .bigint(ConflictRow::firstIndex)
                        .text(row -> entry(row).publisher().value())
                        .text(row -> entry(row).eventId().value())
                        .bytes(ConflictRow::value));
    }

    private static LedgerEntry entry(ConflictRow row) {
        return row.indexed().entry();
    }

    void writeQuarantine(List<QuarantineRow> rows) throws SQLException {
        Written.inserted(
                connection,
                QUARANTINE,
                rows,
                columns -> columns.integer(QuarantineRow::partition)
                        .bigint(QuarantineRow::offset)
                        .text(QuarantineRow::tenant)
                        .bigint(QuarantineRow::ledgerIndex)
                        .text(QuarantineRow::reason)
                        .optionalBytes(QuarantineRow::value)
                        .optionalBytes(QuarantineRow::key));
    }
}
