package io.seenby.core.ledger;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a tree's hashes are stored: in tiles of 256 (C2SP tlog-tiles, height 8). Level 0 holds the leaves' hashes, level 1
 * the roots of the full tiles of level 0, and so on; what lies between is computed. A tile is only ever appended to.
 */
public final class Tiles {

    private static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    private final Map<Tile, byte[]> stored;
    private final TreeHasher hasher = new TreeHasher();

    /** @param stored hashes of each tile, one after the other */
    public Tiles(Map<Tile, byte[]> stored) {
        this.stored = stored;
    }

    /** Hashes {@code index · 256} and following of {@code level}. */
    public record Tile(int level, long index) {}

    /** Does a tile hold this subtree's hash? The others are computed from one tile. */
    public static boolean hold(Subtree subtree) {
        return subtree.level() % HEIGHT == 0;
    }

    /** The tile that holds the subtree's hash or is enough to compute it. */
    public static Tile of(Subtree subtree) {
        int within = subtree.level() % HEIGHT;
        return new Tile(subtree.level() / HEIGHT, subtree.index() >> (HEIGHT - within));
    }

    /** The tiles that the proof's hashes come from. */
    public static Set<Tile> of(Proof proof) {
        return proof.subtrees().stream().map(Tiles::of).collect(Collectors.toSet());
    }

    /** Throws {@link IllegalStateException} if the tile is not there or not long enough. */
    public Hash hash(Subtree subtree) {
        Tile tile = of(subtree);
        byte[] hashes = stored.get(tile);
        int count = 1 << subtree.level() % HEIGHT;
        int first = (int) ((subtree.index() * count) % WIDTH);
        if (hashes == null || hashes.length < (first + count) * Hash.LENGTH) {
            throw new IllegalStateException("the tile " + tile + " does not hold " + subtree);
        }
        return root(hashes, first, count);
    }

    private Hash root(byte[] hashes, int first, int count) {
        return count == 1
                ? Hash.at(hashes, first * Hash.LENGTH, Hash.LENGTH)
                : hasher.node(root(hashes, first, count / 2), root(hashes, first + count / 2, count / 2));
    }
}
