package io.seenby.audit.postgres;

import io.seenby.core.detection.Indexed;
import io.seenby.core.explanation.Explanation;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RecordItem;
import io.seenby.events.WireCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Writes the rows that every entry gets: inserted once and never changed, so they go by COPY, into the partitions. */
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

    private static final List<String> CLIENTS = List.of(
            "tenant", "client", "occurred_at", "ledger_index", "disclosure", "verdict", "reason", "tie", "evidence");
    private static final List<String> IDENTITIES = List.of("tenant", "identity", "ledger_index", "content_tag");
    private final Connection connection;
    private final PGConnection postgres;

    EntriesWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
    }

    void write(List<EntryRow> rows, Verdicts verdicts) throws SQLException {
        if (!rows.isEmpty()) {
            writeEntries(rows);
            writeClients(rows, verdicts);
            writeIdentities(rows);
        }
    }

    private void writeEntries(List<EntryRow> rows) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "entries_all", ENTRIES)) {
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

    private void writeClients(List<EntryRow> rows, Verdicts verdicts) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(postgres, "entry_clients_all", CLIENTS)) {
            for (EntryRow row : rows) {
                LedgerEntry entry = row.indexed().entry();
                for (ClientRef client : distinct(entry.clients())) {
                    Optional<Explanation> said =
                            verdicts.of(entry.tenant(), row.indexed().index(), client);
                    copy.row()
                            .text(entry.tenant().value())
                            .text(client.value())
                            .moment(entry.occurredAt())
                            .bigint(row.indexed().index())
                            .bool(entry.event() instanceof LedgerEvent.InformationDisclosed)
                            .text(said.map(Verdicts::verdict))
                            .text(said.flatMap(Verdicts::reason))
                            .text(said.flatMap(Verdicts::tie))
                            .bigints(said.map(Verdicts::evidence));
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
        for (Map.Entry<String, List<EntryRow>> leaf : byLeaf(rows).entrySet()) {
            try (BinaryCopy copy = new BinaryCopy(postgres, leaf.getKey(), IDENTITIES)) {
                for (EntryRow row : leaf.getValue()) {
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
    }

    /** Which partition of {@code identities} PostgreSQL's hash puts each tenant into. */
    private static final String LEAVES = """
            SELECT tenant, leaf FROM unnest(?::text[]) AS tenant, generate_series(0, 7) AS leaf
            WHERE satisfies_hash_partition('identities'::regclass, 8, leaf, tenant)
            """;

    private Map<String, List<EntryRow>> byLeaf(List<EntryRow> rows) throws SQLException {
        Map<String, List<EntryRow>> byTenant = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.indexed().entry().tenant().value()));
        Map<String, List<EntryRow>> byLeaf = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setArray(
                    1, connection.createArrayOf("text", byTenant.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byLeaf.computeIfAbsent("identities_" + row.getInt("leaf"), leaf -> new ArrayList<>())
                            .addAll(byTenant.getOrDefault(row.getString("tenant"), List.of()));
                }
            }
        }
        return byLeaf;
    }
}
