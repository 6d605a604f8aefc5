package io.seenby.bench.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.bench.NotMeasured;
import io.seenby.local.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One tenant's views as the role that answers questions sees them. */
final class Views implements AutoCloseable {
    /** Before the first report: the tenant's opening, and its publisher's registration. */
    private static final int OWN_RECORDS = 2;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int FETCHED_AT_ONCE = 5_000;

    private final Connection connection;
    private final String tenant;
    private final ObjectMapper mapper = new ObjectMapper();

    Views(PostgresServer server, String tenant) throws SQLException {
        this.connection = server.connect("query");
        this.tenant = tenant;
        connection.setSchema("views");
        connection.setAutoCommit(false);
    }

    /**
     * Waits until so many reports are rows.
     *
     * @throws NotMeasured if nothing more becomes a row for {@code patience}
     */
    void await(long reports, Duration patience) throws SQLException, InterruptedException {
        long last = -1;
        long since = System.nanoTime();
        for (long now = integrated(); now < reports + OWN_RECORDS; now = integrated()) {
            if (now != last) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new NotMeasured("the views stand at %d of %d records".formatted(now, reports + OWN_RECORDS));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** How many records of the tenant are integrated, {@link #OWN_RECORDS} among them. */
    private long integrated() throws SQLException {
        try (var statement = statement("SELECT next_index FROM tenants");
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } finally {
            connection.rollback();
        }
    }

    /** Everything that is to be compared with {@code truth}. */
    Seen seen(Truth truth) throws SQLException, IOException {
        try {
            var entries = entries(truth);
            var violations = new HashSet<Long>();
            entries.forEach((eventId, entry) -> {
                Truth.Line line = truth.byEventId().get(eventId);
                if (line != null && line.violation()) {
                    violations.add(entry.index());
                }
            });
            return new Seen(entries, alerts(), findings(), verdicts(violations));
        } finally {
            connection.rollback();
        }
    }

    private Map<String, Seen.Entry> entries(Truth truth) throws SQLException {
        var entries = new LinkedHashMap<String, Seen.Entry>();
        var sql = """
                SELECT e.event_id, e.ledger_index, e.actor, c.client
                FROM entries e JOIN entry_clients c USING (tenant, ledger_index)
                ORDER BY e.ledger_index""";
        try (var statement = statement(sql);
                var row = statement.executeQuery()) {
            while (row.next()) {
                if (truth.byEventId().containsKey(row.getString(1))) {
                    entries.computeIfAbsent(row.getString(1), eventId -> entry(row))
                            .clients()
                            .add(row.getString(4));
                }
            }
        }
        return entries;
    }

    private static Seen.Entry entry(ResultSet row) {
        try {
            return new Seen.Entry(row.getLong(2), row.getString(3), new HashSet<>());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<Seen.Alert> alerts() throws SQLException, IOException {
        var alerts = new LinkedHashMap<String, Seen.Alert>();
        try (var statement = statement("SELECT payload FROM alert_revisions ORDER BY ordinal");
                var row = statement.executeQuery()) {
            while (row.next()) {
                Seen.Alert revision = alert(mapper.readTree(row.getBytes(1)));
                alerts.merge(revision.id(), revision, Views::later);
            }
        }
        return List.copyOf(alerts.values());
    }

    private static Seen.Alert alert(JsonNode payload) {
        Set<String> clients = new HashSet<>();
        payload.path("clients").forEach(client -> clients.add(client.asText()));
        Set<Long> evidence = new HashSet<>();
        payload.path("evidence").forEach(index -> evidence.add(index.asLong()));
        return new Seen.Alert(
                payload.path("alertId").asText(),
                payload.path("rule").asText(),
                payload.path("actor").asText(""),
                clients,
                evidence,
                payload.path("status").asText().equals("open"));
    }

    private static Seen.Alert later(Seen.Alert before, Seen.Alert after) {
        Set<String> clients = new HashSet<>(before.clients());
        clients.addAll(after.clients());
        Set<Long> evidence = new HashSet<>(before.evidence());
        evidence.addAll(after.evidence());
        return new Seen.Alert(after.id(), after.rule(), after.actor(), clients, evidence, after.open());
    }

    private List<Seen.Finding> findings() throws SQLException {
        var findings = new ArrayList<Seen.Finding>();
        try (var statement = statement("SELECT rule, ledger_index, coalesce(alert_id, ''), status FROM findings");
                var row = statement.executeQuery()) {
            while (row.next()) {
                findings.add(new Seen.Finding(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4).equals("open")));
            }
        }
        return findings;
    }

    /** Of the entries that are no violations. */
    private Seen.Verdicts verdicts(Set<Long> violations) throws SQLException {
        var counts = new HashMap<String, Long>();
        try (var statement = statement("SELECT ledger_index, verdict FROM entry_clients WHERE verdict IS NOT NULL");
                var row = statement.executeQuery()) {
            while (row.next()) {
                if (!violations.contains(row.getLong(1))) {
                    counts.merge(row.getString(2), 1L, Long::sum);
                }
            }
        }
        long judged = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Seen.Verdicts(judged, counts.getOrDefault("explained", 0L));
    }

    /**
     * The entries are those of the file, in its order: rules know at an entry only what stands before it.
     *
     * @throws NotMeasured with the first line that is not so
     */
    void requireOrderOf(Path reports) throws SQLException, IOException {
        var sql = "SELECT event_id FROM entries WHERE type NOT IN"
                + " ('seenby.tenant-opened.v1', 'seenby.publisher-registered.v1', 'seenby.time-passed.v1') ORDER BY ledger_index";
        try (var lines = Files.newBufferedReader(reports);
                var statement = statement(sql);
                var row = statement.executeQuery()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                String eventId = mapper.readTree(line).path("eventId").asText();
                if (!row.next() || !row.getString(1).equals(eventId)) {
                    throw new NotMeasured("the ledger doesn't have the order of the file, from " + eventId + " on");
                }
            }
        } finally {
            connection.rollback();
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        try (var setting = connection.prepareStatement("SELECT set_config('app.tenant', ?, true)")) {
            setting.setString(1, tenant);
            setting.execute();
        }
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCHED_AT_ONCE);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
