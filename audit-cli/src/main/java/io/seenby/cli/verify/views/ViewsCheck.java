package io.seenby.cli.verify.views;

import io.seenby.cli.export.KafkaLedger;
import io.seenby.cli.export.RecordView;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.cli.verify.Leaves;
import io.seenby.cli.verify.Origins;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Subtree;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Compares the views with the log while it is read: a thousand leaves of a tree at a time, or fewer if they are large.
 * The projector may lag: what it has not come to is counted and not compared.
 */
public final class ViewsCheck implements Leaves, AutoCloseable {

    private static final int AT_ONCE = 1_000;
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final String SIZE = "SELECT next_index FROM tenants WHERE tenant = ?";
    private static final String TILED = """
            SELECT coalesce(sum(length(hashes)), 0) / 32 AS leaves FROM tree_tiles
            WHERE tenant = ? AND partition = ? AND level = 0
            """;
    private static final String PEAKS = "SELECT peaks, partition FROM tenants WHERE tenant = ?";
    private static final String ROWS = """
            SELECT (SELECT count(*) FROM entries WHERE tenant = one.tenant) AS entries,
                (SELECT count(*) FROM conflicts WHERE tenant = one.tenant) AS conflicts,
                (SELECT count(*) FROM quarantine WHERE tenant = one.tenant AND partition = one.partition) AS quarantined,
                (SELECT count(*) FROM entry_clients WHERE tenant = one.tenant) AS clients
            FROM (SELECT ?::text AS tenant, ?::integer AS partition) AS one
            """;

    private final ViewsSession.Login login;
    private final ViewsSession session;
    private final Findings findings;
    private final boolean ofThisMoment;
    private final RowsOfLeaves rows;
    private final TilesOfTree tiles;
    private final Map<String, ViewedTree> trees = new TreeMap<>();
    private final List<Map.Entry<Subtree, Hash>> completed = new ArrayList<>();
    private long waitingBytes;

    private ViewsCheck(ViewsSession.Login login, ViewsSession session, Findings findings, boolean ofThisMoment) {
        this.login = login;
        this.session = session;
        this.findings = findings;
        this.ofThisMoment = ofThisMoment;
        this.rows = new RowsOfLeaves(session, findings);
        this.tiles = new TilesOfTree(session, findings);
    }

    /**
     * Takes the views' snapshot: before the log's end is looked up.
     *
     * @param ofThisMoment the log has all that the views can have; else it is an older copy
     */
    public static ViewsCheck open(
            String url, String user, String password, String schema, Findings findings, boolean ofThisMoment) {
        ViewsSession.Login login = new ViewsSession.Login(url, user, password, schema);
        try {
            return new ViewsCheck(login, login.open(), findings, ofThisMoment);
        } catch (SQLException failed) {
            throw new ViewsUnreadable(failed);
        }
    }

    static String nameOf(String tenant, int partition) {
        return tenant.equals(Origins.STRANGERS) ? tenant + "/" + partition : tenant;
    }

    @Override
    public void complete(Subtree subtree, Hash root) {
        completed.add(Map.entry(subtree, root));
    }

    @Override
    public void leaf(String tenant, int partition, long index, RecordView record, Hash leaf) {
        ViewedTree tree = trees.computeIfAbsent(nameOf(tenant, partition), first -> begin(tenant, partition));
        completed.forEach(each -> tree.complete(each.getKey(), each.getValue()));
        completed.clear();
        waitingBytes += tree.add(new Leaf(
                partition,
                index,
                record.offset(),
                record.hasKey() ? Optional.of(record.key()) : Optional.empty(),
                index < tree.viewed && record.hasValue() ? Optional.of(record.value()) : Optional.empty()));
        if (tree.waiting() >= AT_ONCE) {
            compare(tree);
        } else if (waitingBytes > MOST_BYTES) {
            trees.values().forEach(this::compare);
        }
    }

    private ViewedTree begin(String tenant, int partition) {
        long[] viewed = {0};
        try {
            if (tenant.equals(Origins.STRANGERS)) {
                session.read(tenant, TILED, row -> viewed[0] = row.getLong("leaves"), partition);
            } else {
                session.read(tenant, SIZE, row -> viewed[0] = row.getLong("next_index"));
            }
        } catch (SQLException failed) {
            throw new ViewsUnreadable(failed);
        }
        return new ViewedTree(tenant, partition, viewed[0]);
    }

    private void compare(ViewedTree tree) {
        waitingBytes -= tree.bytes();
        try {
            tiles.compare(tree);
            List<Leaf> leaves = tree.takeLeaves();
            if (!leaves.isEmpty()) {
                rows.compare(tree.tenant, leaves, tree.expected);
            }
        } catch (SQLException failed) {
            throw new ViewsUnreadable(failed);
        }
    }

    /** After the last record. */
    public void finish(Optional<KafkaLedger> kafka) {
        AlertsOfTenant alerts = new AlertsOfTenant(findings);
        try {
            for (ViewedTree tree : trees.values()) {
                compare(tree);
                finish(tree);
                if (!tree.tenant.equals(Origins.STRANGERS)) {
                    alerts.compare(session, tree.tenant);
                }
            }
            if (kafka.isPresent()) {
                // What is on the topic may be younger than the snapshot.
                try (ViewsSession now = login.open()) {
                    alerts.compareWithTopic(kafka.get(), now);
                }
            }
        } catch (SQLException failed) {
            throw new ViewsUnreadable(failed);
        }
    }

    private void finish(ViewedTree tree) throws SQLException {
        String name = nameOf(tree.tenant, tree.partition);
        if (tree.viewed > tree.size()) {
            if (ofThisMoment) {
                findings.add(
                        Kind.VIEWS,
                        "%s: the views have %d entries and the log %d".formatted(name, tree.viewed, tree.size()));
            }
            return;
        }
        session.read(tree.tenant, PEAKS, row -> {
            if (row.getInt("partition") != tree.partition || !tree.hasPeaks(row.getBytes("peaks"))) {
                findings.add(Kind.VIEWS, name + ": partition or peaks in tenants are not those of the log");
            }
        });
        session.read(
                tree.tenant,
                TILED,
                row -> expect(name, "leaves in tree_tiles", row.getLong("leaves"), tree.viewed),
                tree.partition);
        RowsOfLeaves.Expected expected = tree.expected;
        session.read(
                tree.tenant,
                ROWS,
                row -> {
                    expect(name, "rows in quarantine", row.getLong("quarantined"), expected.quarantined);
                    if (!tree.tenant.equals(Origins.STRANGERS)) {
                        expect(name, "rows in entries", row.getLong("entries"), expected.entries);
                        expect(name, "rows in conflicts", row.getLong("conflicts"), expected.conflicts);
                        expect(name, "rows in entry_clients", row.getLong("clients"), expected.clients);
                    }
                },
                tree.partition);
    }

    private void expect(String tree, String what, long found, long expected) {
        if (found != expected) {
            findings.add(Kind.VIEWS, "%s: %d %s, of which the log has %d".formatted(tree, found, what, expected));
        }
    }

    /** The first entry of a tree whose hash the views hold otherwise: where somebody changed the log, or the views. */
    public OptionalLong firstDiffering(String origin) {
        return tiles.firstDiffering(origin.substring(origin.indexOf('/') + 1));
    }

    /** One sentence. */
    public String summary() {
        long compared = 0;
        long lag = 0;
        long duplicates = 0;
        long quarantined = 0;
        for (ViewedTree tree : trees.values()) {
            compared += Math.min(tree.viewed, tree.size());
            lag += Math.max(0, tree.size() - tree.viewed);
            duplicates += tree.expected.duplicates;
            quarantined += tree.expected.quarantined;
        }
        return "%d entries were compared with the views (%d repetitions, %d quarantined); the views lag by %d."
                .formatted(compared, duplicates, quarantined, lag);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException failed) {
            throw new ViewsUnreadable(failed);
        }
    }
}
