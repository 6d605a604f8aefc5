package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.TileRow;
import io.seenby.core.ledger.Frontier;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Subtree;
import io.seenby.core.ledger.Tiles;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Merkle tree while a batch is placed in it: numbers the records and collects the hashes that are to be stored. */
final class LedgerTree {

    private final GrowingTree tree;
    private final Map<Tiles.Tile, ByteArrayOutputStream> grown = new LinkedHashMap<>();

    LedgerTree(Frontier before) {
        this.tree = GrowingTree.from(before);
    }

    /** Appends the record's leaf; answers its index. */
    long append(Hash leaf) {
        long index = tree.size();
        tree.append(leaf, this::keep);
        return index;
    }

    private void keep(Subtree subtree, Hash root) {
        if (Tiles.hold(subtree)) {
            grown.computeIfAbsent(Tiles.of(subtree), tile -> new ByteArrayOutputStream())
                    .writeBytes(root.bytes());
        }
    }

    Frontier frontier() {
        return tree.frontier();
    }

    /** What the tiles get. */
    List<TileRow> tiles(String tenant, int partition) {
        return grown.entrySet().stream()
                .map(each -> new TileRow(
                        tenant, partition, each.getKey(), each.getValue().toByteArray()))
                .toList();
    }
}
