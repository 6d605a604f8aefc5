package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * An append-only Merkle tree by RFC 6962 that keeps O(log n) hashes. One thread at a time.
 *
 * <p>Appending a leaf completes one subtree for each trailing 1 of the size before it; an observer hears of each, the
 * leaf itself included, and may store what proofs will need.
 */
public final class GrowingTree {

    /** Hears of every subtree once, when its last leaf is there. */
    public interface Observer {
        void complete(Subtree subtree, Hash root);
    }

    private static final Observer NOBODY = (subtree, root) -> {};

    private final TreeHasher hasher = new TreeHasher();
    private final List<Hash> peaks;
    private long size;

    private GrowingTree(Frontier from) {
        this.size = from.size();
        this.peaks = new ArrayList<>(from.peaks());
    }

    public static GrowingTree from(Frontier frontier) {
        return new GrowingTree(frontier);
    }

    public static GrowingTree empty() {
        return from(Frontier.EMPTY);
    }

    public void append(Hash leaf) {
        append(leaf, NOBODY);
    }

    public void append(Hash leaf, Observer observer) {
        long index = size;
        Hash root = leaf;
        int level = 0;
        observe(observer, level, index, root);
        for (; (index & 1) == 1; index >>= 1) {
            root = hasher.node(peaks.remove(peaks.size() - 1), root);
            level++;
            observe(observer, level, index >> 1, root);
        }
        peaks.add(root);
        size++;
    }

    private static void observe(Observer observer, int level, long index, Hash root) {
        if (observer != NOBODY) {
            observer.complete(new Subtree(level, index), root);
        }
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    public Hash root() {
        if (peaks.isEmpty()) {
            return hasher.ofNothing();
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root;
    }

    public Frontier frontier() {
        return new Frontier(size, peaks);
    }
}
