package io.seenby.audit.postgres;

import io.seenby.core.detection.Indexed;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RecordItem;
import io.seenby.events.WireCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/** Writes what the records of a batch are: rows that are inserted once and never changed, so they go by COPY. */
final class EntriesWriter {

    private static final List<String> ENTRIES = List.of(
            "tenant",
            "ledger_index",
            "kafka_offset",
            "recorded_at",
            "occurred_at",
            "publisher",
            "event_id",
            "type",
            "actor",
            "actor_kind",
            "record",
            "record_type",
            "labels",
            "action",
            "outcome",
            "purpose",
            "late",
            "value");

    private static final List<String> CLIENTS =
            List.of("tenant", "client", "occurred_at", "ledger_index", "disclosure");
    private static final List<String> IDENTITIES = List.of("tenant", "identity", "ledger_index", "content_tag");
    private static final List<String> CONFLICTS =
            List.of("tenant", "ledger_index", "kafka_offset", "first_index", "publisher", "event_id", "value");
    private static final List<String> QUARANTINE =
            List.of("partition", "kafka_offset", "tenant", "ledger_index", "reason", "value", "key");

    private final PGConnection postgres;

    EntriesWriter(Connection connection) throws SQLException {
        this.postgres = connection.unwrap(PGConnection.class);
    }

    void write(Additions additions) throws SQLException {
        if (!additions.entries().isEmpty()) {
            writeEntries(additions.entries());
            writeClients(additions.entries());
            writeIdentities(additions.entries());
        }
        if (!additions.conflicts().isEmpty()) {
            writeConflicts(additions.conflicts());
        }
        if (!additions.quarantined().isEmpty()) {
            writeQuarantine(additions.quarantined());
        }
    }

    private void writeEntries(List<EntryRow> rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "entries", ENTRIES)) {
            for (EntryRow row : rows) {
                Indexed indexed = row.indexed();
                LedgerEntry entry = indexed.entry();
                copy.row()
                        .text(entry.tenant().value())
                        .bigint(indexed.index())
                        .bigint(row.offset())
                        .moment(entry.recordedAt())
                        .moment(entry.occurredAt())
                        .text(entry.publisher().value())
                        .text(entry.eventId().value())
                        .text(entry.type().wire())
                        .text(entry.actor().ref().value())
                        .text(entry.actor().kind().wire())
                        .text(entry.record().map(record -> record.ref().value()))
                        .text(entry.record().map(RecordItem::type))
                        .texts(entry.record().map(RecordItem::labels).orElse(List.of()))
                        .text(entry.action().map(WireCode::wire))
                        .text(entry.outcome().map(WireCode::wire))
                        .text(entry.purpose().map(WireCode::wire))
                        .bool(indexed.late())
                        .bytes(row.value());
            }
            copy.end();
        }
    }

    private void writeClients(List<EntryRow> rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "entry_clients", CLIENTS)) {
            for (EntryRow row : rows) {
                LedgerEntry entry = row.indexed().entry();
                for (ClientRef client : distinct(entry.clients())) {
                    copy.row()
                            .text(entry.tenant().value())
                            .text(client.value())
                            .moment(entry.occurredAt())
                            .bigint(row.indexed().index())
                            .bool(entry.event() instanceof LedgerEvent.InformationDisclosed);
                }
            }
            copy.end();
        }
    }

    /** access-service lists each client once; a record that came past it may not. */
    private static Collection<ClientRef> distinct(List<ClientRef> clients) {
        return clients.size() < 2 ? clients : new TreeSet<>(clients);
    }

    private void writeIdentities(List<EntryRow> rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "identities", IDENTITIES)) {
            for (EntryRow row : rows) {
                LedgerEntry entry = row.indexed().entry();
                copy.row()
                        .text(entry.tenant().value())
                        .bytes(row.identity())
                        .bigint(row.indexed().index())
                        .text(entry.contentTag());
            }
            copy.end();
        }
    }

    private void writeConflicts(List<ConflictRow> rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "conflicts", CONFLICTS)) {
            for (ConflictRow row : rows) {
                LedgerEntry entry = row.indexed().entry();
                copy.row()
                        .text(entry.tenant().value())
                        .bigint(row.indexed().index())
                        .bigint(row.offset())
                        .bigint(row.firstIndex())
                        .text(entry.publisher().value())
                        .text(entry.eventId().value())
                        .bytes(row.value());
            }
            copy.end();
        }
    }

    private void writeQuarantine(List<QuarantineRow> rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "quarantine", QUARANTINE)) {
            for (QuarantineRow row : rows) {
                copy.row()
                        .integer(row.partition())
                        .bigint(row.offset())
                        .text(row.tenant())
                        .bigint(row.ledgerIndex())
                        .text(row.reason())
                        .bytes(row.value())
                        .bytes(row.key());
            }
            copy.end();
        }
    }
}
