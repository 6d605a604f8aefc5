package io.seenby.audit.query;

import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Tiles;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import io.seenby.events.json.AlertCodec;
import io.seenby.local.LocalStack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What has happened in one tenant, told row by row and written to the views as the pipeline would, as role projector.
 * Nothing is there for readers until {@link #tell} or {@link #raise}.
 */
public final class ViewsStory {

    static final Instant DAY = Instant.parse("2026-03-02T08:00:00Z");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final List<EntryRow> told = new ArrayList<>();
    private final List<EntryRow> untold = new ArrayList<>();
    private final GrowingTree tree = GrowingTree.empty();
    private final List<BreachAlert> alerts = new ArrayList<>();

    /** A tenant of its own for each test, opened. */
    public ViewsStory() {
        this.name = "clinic-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        run(
                "insert into tenants (tenant, partition, next_index, peaks, core_time, alert_ordinal)"
                        + " values (?, 0, 0, '', ?, 0)",
                name,
                time(DAY));
    }

    public String name() {
        return name;
    }

    /** A stable ref for something a test speaks of. */
    public static String ref(String kind, long number) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((kind + number).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The next entry, ready to be changed with its withers; {@link #tell} writes it. */
    EntryRow.Draft entry() {
        return new EntryRow.Draft(name, told.size() + untold.size(), untold::add);
    }

    /** Writes what was added. */
    ViewsStory tell() {
        try (Connection projector = connect()) {
            projector.setAutoCommit(false);
            for (EntryRow entry : untold) {
                entry.insert(projector);
                grow(projector, entry);
            }
            told.addAll(untold);
            untold.clear();
            stand(projector);
            projector.commit();
            return this;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    List<EntryRow> entries() {
        return List.copyOf(told);
    }

    long position() {
        return told.size();
    }

    /** A rule's judgement of an entry. */
    String finding(long index, String rule, String status, String actor, String client) {
        String id = ref(name + rule, index);
        run(
                "insert into findings_all values (?, ?, ?, 1, ?, ?, ?, ?, ?, null, null, null)",
                name,
                id,
                rule,
                index,
                actor,
                client,
                time(DAY),
                status);
        return id;
    }

    /** An instance of a publisher; of {@code gaps} as they are stored, {@code missing} is the sum. */
    void publisher(String publisher, String instance, boolean silent, long missing, String gaps) {
        run(
                "insert into publisher_instances (tenant, publisher, instance, heard_at, heard_index, promise_seconds,"
                        + " first_sequence, highest_sequence, missing, gaps, silent)"
                        + " values (?, ?, ?, ?, 0, 300, 1, 90, ?, ?::jsonb, ?)",
                name,
                publisher,
                instance,
                time(DAY),
                missing,
                gaps,
                silent);
    }

    /** Raises an alert about clients, announced as the pipeline announces it. */
    public BreachAlert raise(String rule, BreachAlert.Severity severity, List<String> clients) {
        return revise(ref(name + "alert", alerts.size()), 1, rule, severity, BreachAlert.Status.OPEN, clients, true);
    }

    /** As {@link #raise}, with the announcement lost. */
    public BreachAlert raiseQuietly(String rule, BreachAlert.Severity severity, List<String> clients) {
        return revise(ref(name + "alert", alerts.size()), 1, rule, severity, BreachAlert.Status.OPEN, clients, false);
    }

    /** The same alert, changed. */
    BreachAlert explain(BreachAlert alert) {
        return revise(
                alert.alertId(),
                alert.revision() + 1,
                alert.rule(),
                alert.severity(),
                BreachAlert.Status.EXPLAINED,
                alert.clients().stream().map(ClientRef::value).toList(),
                true);
    }

    private BreachAlert revise(
            String id,
            int revision,
            String rule,
            BreachAlert.Severity severity,
            BreachAlert.Status status,
            List<String> clients,
            boolean announced) {
        var alert = new BreachAlert(
                id,
                revision,
                new TenantId(name),
                alerts.size() + 1L,
                rule,
                1,
                severity,
                status,
                Optional.of(new ActorRef(ref("actor", 1))),
                clients.stream().map(ClientRef::new).toList(),
                "Somebody looked.",
                List.of(0L),
                DAY,
                Instant.now());
        alerts.add(alert);
        try (Connection projector = connect()) {
            projector.setAutoCommit(false);
            AlertRow.insert(projector, alert);
            stand(projector);
            if (announced) {
                run(projector, "select pg_notify('seenby_alerts', ?)", name);
            }
            projector.commit();
            return alert;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    List<BreachAlert> alerts() {
        return List.copyOf(alerts);
    }

    static String json(BreachAlert alert) {
        return new String(AlertCodec.encode(alert), StandardCharsets.UTF_8);
    }

    private void grow(Connection projector, EntryRow entry) {
        tree.append(new TreeHasher().leaf(entry.value()), (subtree, root) -> {
            if (Tiles.hold(subtree)) {
                Tiles.Tile tile = Tiles.of(subtree);
                try {
                    run(projector, TILE, name, tile.level(), tile.index(), root.bytes());
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        });
    }

    private static final String TILE = """
            insert into tree_tiles values (?, 0, ?, ?, ?)
            on conflict (tenant, partition, level, tile) do update set hashes = tree_tiles.hashes || excluded.hashes
            """;

    private void stand(Connection projector) throws SQLException {
        run(
                projector,
                "update tenants set next_index = ?, peaks = ?, alert_ordinal = ? where tenant = ?",
                tree.size(),
                tree.frontier().bytes(),
                (long) alerts.size(),
                name);
    }

    static Connection connect() throws SQLException {
        Connection projector = LocalStack.shared().postgres().connect("projector");
        projector.setSchema("views");
        return projector;
    }

    static void run(String sql, Object... values) {
        try (Connection projector = connect()) {
            run(projector, sql, values);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void run(Connection projector, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = projector.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
