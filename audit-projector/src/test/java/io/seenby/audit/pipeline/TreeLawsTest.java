package io.seenby.audit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.audit.fixture.BusyLedger;
import io.seenby.audit.fixture.LedgerSigner;
import io.seenby.audit.fixture.Topic;
import io.seenby.audit.fixture.Views;
import io.seenby.core.ledger.Frontier;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Proof;
import io.seenby.core.ledger.Tiles;
import io.seenby.core.ledger.TreeHasher;
import io.seenby.local.LocalStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Law 8: the trees that are stored are those of the records on the topic, every one of them. */
class TreeLawsTest {

    private static Map<Integer, List<LedgerRecord>> ledger;
    private static Views views;

    @BeforeAll
    static void project() throws SQLException {
        LedgerSigner signer =
                LedgerSigner.ofKeyset(LocalStack.shared().keysets().ledgerMac());
        Topic topic = Topic.create("tree-laws", 2);
        topic.append(BusyLedger.of(11, 2_500, signer));
        ledger = topic.read();
        views = Views.fresh();
        views.projectAll(ledger, 333);
    }

    @AfterAll
    static void drop() throws SQLException {
        views.close();
    }

    /** By the definition of whose a record is, and by nothing that the projector wrote. */
    private static Map<String, List<Hash>> leavesFromTheTopic() {
        TreeHasher hasher = new TreeHasher();
        Map<String, List<Hash>> leaves = new TreeMap<>();
        ledger.forEach((partition, records) -> {
            List<String> opened = new ArrayList<>();
            for (LedgerRecord record : records) {
                String key = record.key().map(String::new).orElse("");
                String value = record.value().map(String::new).orElse("");
                if (record.mac().isPresent()
                        && value.contains("\"type\":\"seenby.tenant-opened.v1\"")
                        && value.contains("\"partition\":" + partition)) {
                    opened.add(key);
                }
                boolean tenants = opened.contains(key) && record.value().isPresent();
                leaves.computeIfAbsent((tenants ? key : "~unattributed") + "/" + partition, tree -> new ArrayList<>())
                        .add(hasher.leaf(record.value().orElse(new byte[0])));
            }
        });
        return leaves;
    }

    @Test
    void law8TheStoredPeaksAreThoseOfTheRecordsOnTheTopic() throws SQLException {
        Map<String, Hash> stored = new TreeMap<>();
        for (String row : views.ask("""
                SELECT tenant || '/' || partition, next_index, encode(peaks, 'hex') FROM tenants
                UNION ALL SELECT '~unattributed/' || partition, strangers, encode(stranger_peaks, 'hex') FROM positions
                """)) {
            String[] columns = row.split(",", -1);
            byte[] peaks = HexFormat.of().parseHex(columns[2]);
            stored.put(
                    columns[0], Frontier.of(Long.parseLong(columns[1]), peaks).root());
        }
        Map<String, Hash> expected = new TreeMap<>();
        leavesFromTheTopic().forEach((tree, leaves) -> expected.put(tree, rootOf(leaves)));
        assertThat(expected).hasSize(7);
        assertThat(stored).isEqualTo(expected);
    }

    @Test
    void law8TheStoredTilesGiveTheSameRootsAndProofs() throws SQLException {
        leavesFromTheTopic().forEach((tree, leaves) -> {
            Tiles tiles = tilesOf(tree);
            for (int size = 1; size <= leaves.size(); size += 1 + size / 3) {
                Hash root = rootOf(leaves.subList(0, size));
                assertThat(Proof.ofRoot(size).hashes(tiles::hash)).containsExactly(root);
            }
        });
    }

    private static Hash rootOf(List<Hash> leaves) {
        TreeHasher hasher = new TreeHasher();
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return hasher.node(rootOf(leaves.subList(0, split)), rootOf(leaves.subList(split, leaves.size())));
    }

    private static Tiles tilesOf(String tree) {
        Map<Tiles.Tile, byte[]> tiles = new HashMap<>();
        try {
            for (String row : views.ask("SELECT level, tile, encode(hashes, 'hex') FROM tree_tiles"
                    + " WHERE tenant || '/' || partition = '" + tree + "'")) {
                String[] columns = row.split(",");
                tiles.put(
                        new Tiles.Tile(Integer.parseInt(columns[0]), Long.parseLong(columns[1])),
                        HexFormat.of().parseHex(columns[2]));
            }
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Tiles(tiles);
    }
}
