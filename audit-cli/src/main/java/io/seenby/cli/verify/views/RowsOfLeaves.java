package io.seenby.cli.verify.views;

import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.json.EntryCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a run of a tenant's leaves with their rows: each is an entry, a conflict, quarantined, or a true duplicate. */
final class RowsOfLeaves {

    private static final String ENTRIES = """
            SELECT * FROM entries WHERE tenant = ? AND ledger_index >= ? AND ledger_index <= ?
            """;
    private static final String CONFLICTS = """
            SELECT * FROM conflicts WHERE tenant = ? AND ledger_index >= ? AND ledger_index <= ?
            """;
    private static final String QUARANTINE = """
            SELECT * FROM quarantine
            WHERE tenant = ? AND partition = ? AND kafka_offset >= ? AND kafka_offset <= ?
            """;

    /** A duplicate says the same of the same moment, and that is what there is an index for. */
    private static final String FIRST = """
            SELECT value FROM entries
            WHERE tenant = ? AND occurred_at = ? AND publisher = ? AND event_id = ? AND ledger_index < ?
            """;

    private static final String CLIENTS = """
            SELECT client, occurred_at, ledger_index, disclosure FROM entry_clients
            WHERE tenant = ? AND client = ANY (?) AND ledger_index >= ? AND ledger_index <= ?
            """;

    private final ViewsSession session;
    private final Findings findings;

    /** What of a tenant's leaves there should be of each table. */
    static final class Expected {
        long entries;
        long conflicts;
        long quarantined;
        long clients;
        long duplicates;
    }

    RowsOfLeaves(ViewsSession session, Findings findings) {
        this.session = session;
        this.findings = findings;
    }

    /** @param leaves of one tree, in order, none missing */
    void compare(String tenant, List<Leaf> leaves, Expected expected) throws SQLException {
        Leaf first = leaves.get(0);
        Leaf last = leaves.get(leaves.size() - 1);
        Map<Long, Leaf> byIndex = new HashMap<>();
        leaves.forEach(leaf -> byIndex.put(leaf.index(), leaf));
        Map<Long, Integer> rows = new HashMap<>();
        Set<String> clients = new HashSet<>();
        Map<Long, LedgerEntry> accepted = new HashMap<>();
        session.read(
                tenant,
                ENTRIES,
                row -> entry(tenant, row, byIndex, rows).ifPresent(entry -> {
                    accepted.put(at(row), entry);
                    expected.clients += entry.clients().stream().distinct().count();
                    entry.clients().forEach(client -> clients.add(client.value()));
                }),
                first.index(),
                last.index());
        long entries = sum(rows);
        session.read(
                tenant,
                CONFLICTS,
                row -> sameValue(tenant, "conflicts", row, byIndex, rows),
                first.index(),
                last.index());
        long conflicts = sum(rows) - entries;
        session.read(
                tenant,
                QUARANTINE,
                row -> sameValue(tenant, "quarantine", row, byIndex, rows),
                first.partition(),
                first.offset(),
                last.offset());
        expected.entries += entries;
        expected.conflicts += conflicts;
        expected.quarantined += sum(rows) - entries - conflicts;
        compareClients(tenant, accepted, clients, first.index(), last.index());
        for (Leaf leaf : leaves) {
            int count = rows.getOrDefault(leaf.index(), 0);
            if (count == 0 && isDuplicate(tenant, leaf)) {
                expected.duplicates++;
            } else if (count != 1) {
                findings.add(
                        Kind.VIEWS,
                        "%s: entry %d (partition %d, offset %d) has %d rows and repeats no entry before it"
                                .formatted(tenant, leaf.index(), leaf.partition(), leaf.offset(), count));
            }
        }
    }

    private static long at(ResultSet row) {
        try {
            return row.getLong("ledger_index");
        } catch (SQLException read) {
            throw new IllegalStateException("it was read before", read);
        }
    }

    private static long sum(Map<Long, Integer> rows) {
        return rows.values().stream().mapToLong(Integer::longValue).sum();
    }

    private Optional<LedgerEntry> entry(String tenant, ResultSet row, Map<Long, Leaf> leaves, Map<Long, Integer> rows)
            throws SQLException {
        Optional<Leaf> leaf = sameValue(tenant, "entries", row, leaves, rows);
        Optional<LedgerEntry> entry = leaf.flatMap(Leaf::value).flatMap(RowsOfLeaves::decoded);
        if (leaf.isPresent() && entry.isEmpty()) {
            different(tenant, "entries", row, List.of("what cannot be decoded"));
        }
        if (entry.isPresent()) {
            List<String> differing = ClearColumns.of(entry.get()).differingFrom(ClearColumns.of(row));
            if (!differing.isEmpty()) {
                different(tenant, "entries", row, differing);
            }
        }
        return entry;
    }

    private Optional<Leaf> sameValue(
            String tenant, String table, ResultSet row, Map<Long, Leaf> leaves, Map<Long, Integer> rows)
            throws SQLException {
        long index = row.getLong("ledger_index");
        rows.merge(index, 1, Integer::sum);
        Leaf leaf = leaves.get(index);
        if (leaf == null) {
            different(tenant, table, row, List.of("ledger_index"));
            return Optional.empty();
        }
        if (!Arrays.equals(row.getBytes("value"), leaf.value().orElse(null))) {
            different(tenant, table, row, List.of("value"));
        }
        if (row.getLong("kafka_offset") != leaf.offset()) {
            different(tenant, table, row, List.of("kafka_offset"));
        }
        if (table.equals("quarantine")
                && !Arrays.equals(row.getBytes("key"), leaf.key().orElse(null))) {
            different(tenant, table, row, List.of("key"));
        }
        return Optional.of(leaf);
    }

    private void different(String tenant, String table, ResultSet row, List<String> columns) throws SQLException {
        findings.add(
                Kind.VIEWS,
                "%s: the row of entry %d in %s is not what the log says: %s"
                        .formatted(tenant, row.getLong("ledger_index"), table, String.join(", ", columns)));
    }

    private static Optional<LedgerEntry> decoded(byte[] value) {
        return EntryCodec.decode(value) instanceof EntryCodec.Entry entry
                ? Optional.of(entry.entry())
                : Optional.empty();
    }

    private boolean isDuplicate(String tenant, Leaf leaf) throws SQLException {
        Optional<LedgerEntry> again = leaf.value().flatMap(RowsOfLeaves::decoded);
        if (again.isEmpty()) {
            return false;
        }
        List<String> tags = new ArrayList<>();
        session.read(
                tenant,
                FIRST,
                row -> decoded(row.getBytes("value")).ifPresent(entry -> tags.add(entry.contentTag())),
                again.get().occurredAt().atOffset(ZoneOffset.UTC),
                again.get().publisher().value(),
                again.get().eventId().value(),
                leaf.index());
        return tags.equals(List.of(again.get().contentTag()));
    }

    private record ClientRow(String client, Instant occurredAt, long index, boolean disclosure) {}

    private void compareClients(
            String tenant, Map<Long, LedgerEntry> accepted, Set<String> clients, long first, long last)
            throws SQLException {
        Set<ClientRow> expected = new HashSet<>();
        accepted.forEach((index, entry) -> {
            for (ClientRef client : entry.clients()) {
                boolean disclosure = entry.event() instanceof LedgerEvent.InformationDisclosed;
                expected.add(new ClientRow(client.value(), entry.occurredAt(), index, disclosure));
            }
        });
        Set<ClientRow> found = new HashSet<>();
        session.read(
                tenant,
                CLIENTS,
                row -> found.add(new ClientRow(
                        row.getString("client"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getLong("ledger_index"),
                        row.getBoolean("disclosure"))),
                clients.toArray(String[]::new),
                first,
                last);
        if (!found.equals(expected)) {
            Set<ClientRow> either = new HashSet<>(expected);
            either.addAll(found);
            either.removeIf(row -> expected.contains(row) && found.contains(row));
            long index = either.stream().mapToLong(ClientRow::index).min().orElse(first);
            findings.add(
                    Kind.VIEWS,
                    "%s: entry_clients differs from the log in %d rows, first of entry %d"
                            .formatted(tenant, either.size(), index));
        }
    }
}
