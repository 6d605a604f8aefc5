package io.seenby.cli.verify.views;

import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Tiles;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Compares a tree's stored hashes with those of the log; the leaves among them tell which entry is not what it was. */
final class TilesOfTree {

    private static final String TILE = """
            SELECT hashes FROM tree_tiles WHERE tenant = ? AND partition = ? AND level = ? AND tile = ?
            """;

    private final ViewsSession session;
    private final Findings findings;
    private final Map<String, Long> firstDiffering = new HashMap<>();

    TilesOfTree(ViewsSession session, Findings findings) {
        this.session = session;
        this.findings = findings;
    }

    void compare(ViewedTree tree) throws SQLException {
        for (Map.Entry<Tiles.Tile, Map<Integer, Hash>> each : tree.takeTiles().entrySet()) {
            Tiles.Tile tile = each.getKey();
            byte[][] stored = {{}};
            session.read(
                    tree.tenant,
                    TILE,
                    row -> stored[0] = row.getBytes("hashes"),
                    tree.partition,
                    tile.level(),
                    tile.index());
            each.getValue().forEach((place, hash) -> {
                if (!isAt(stored[0], place, hash)) {
                    differs(tree, tile, place);
                }
            });
        }
    }

    private static boolean isAt(byte[] stored, int place, Hash hash) {
        int from = place * Hash.LENGTH;
        return stored.length >= from + Hash.LENGTH
                && Arrays.equals(stored, from, from + Hash.LENGTH, hash.bytes(), 0, Hash.LENGTH);
    }

    private void differs(ViewedTree tree, Tiles.Tile tile, int place) {
        long index = tile.index() * Tiles.WIDTH + place;
        if (tile.level() == 0) {
            firstDiffering.merge(ViewsCheck.nameOf(tree.tenant, tree.partition), index, Math::min);
        }
        findings.add(
                Kind.VIEWS,
                "%s: hash %d at level %d of tree_tiles is not that of the log"
                        .formatted(tree.tenant, index, tile.level()));
    }

    /** The first entry whose hash the views have otherwise. */
    OptionalLong firstDiffering(String tree) {
        Long index = firstDiffering.get(tree);
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }
}
