package io.seenby.cli.verify.views;

import io.seenby.core.ledger.Frontier;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Subtree;
import io.seenby.core.ledger.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One tree beside its rows: what waits to be compared, and what is known when everything was. */
final class ViewedTree {

    final String tenant;
    final int partition;

    /** How many leaves the views have. */
    final long viewed;

    final RowsOfLeaves.Expected expected = new RowsOfLeaves.Expected();
    private final Hash[] latest = new Hash[Long.SIZE];
    private List<Leaf> leaves = new ArrayList<>();
    private Map<Tiles.Tile, Map<Integer, Hash>> tiles = new HashMap<>();
    private int bytes;
    private long size;
    private byte[] peaks = {};

    ViewedTree(String tenant, int partition, long viewed) {
        this.tenant = tenant;
        this.partition = partition;
        this.viewed = viewed;
    }

    void complete(Subtree subtree, Hash root) {
        latest[subtree.level()] = root;
        if (Tiles.hold(subtree) && (subtree.index() + 1) << subtree.level() <= viewed) {
            Tiles.Tile tile = Tiles.of(subtree);
            tiles.computeIfAbsent(tile, first -> new HashMap<>())
                    .put((int) (subtree.index() - tile.index() * Tiles.WIDTH), root);
        }
    }

    /** Answers how many bytes it now holds more. */
    int add(Leaf leaf) {
        size++;
        if (size > viewed) {
            return 0;
        }
        if (size == viewed) {
            peaks = frontier();
        }
        leaves.add(leaf);
        bytes += leaf.bytes();
        return leaf.bytes();
    }

    /** The last complete subtree of each size that a bit of the number of leaves stands for. */
    private byte[] frontier() {
        List<Hash> hashes = new ArrayList<>();
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                hashes.add(latest[level]);
            }
        }
        return new Frontier(size, hashes).bytes();
    }

    /** Are these the tree's peaks where the views end? */
    boolean hasPeaks(byte[] stored) {
        return size < viewed || Arrays.equals(peaks, stored);
    }

    long size() {
        return size;
    }

    int waiting() {
        return leaves.size();
    }

    /** What waited; nothing does then. */
    List<Leaf> takeLeaves() {
        List<Leaf> taken = leaves;
        leaves = new ArrayList<>();
        bytes = 0;
        return taken;
    }

    int bytes() {
        return bytes;
    }

    Map<Tiles.Tile, Map<Integer, Hash>> takeTiles() {
        Map<Tiles.Tile, Map<Integer, Hash>> taken = tiles;
        tiles = new HashMap<>();
        return taken;
    }
}
