package io.seenby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962, section 2.1, word for word and slow: what the real tree is compared with. */
final class NaiveTree {

    private static final TreeHasher HASHER = new TreeHasher();

    private NaiveTree() {}

    /** The leaves "0", "1", … */
    static List<Hash> leaves(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(HASHER.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return HASHER.ofNothing();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = split(leaves.size());
        return HASHER.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        List<Hash> path = new ArrayList<>(m < k ? path(m, leaves.subList(0, k)) : path(m - k, leaves.subList(k, n)));
        path.add(root(m < k ? leaves.subList(k, n) : leaves.subList(0, k)));
        return path;
    }

    static List<Hash> consistency(int m, List<Hash> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
        int n = leaves.size();
        if (m == n) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        List<Hash> proof = new ArrayList<>(
                m <= k ? subproof(m, leaves.subList(0, k), known) : subproof(m - k, leaves.subList(k, n), false));
        proof.add(root(m <= k ? leaves.subList(k, n) : leaves.subList(0, k)));
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    /** What a store holds that kept each hash a tile is made of, in the order in which it heard of them. */
    static Tiles tiles(List<Hash> leaves) {
        Map<Tiles.Tile, byte[]> stored = new HashMap<>();
        GrowingTree tree = GrowingTree.empty();
        for (Hash leaf : leaves) {
            tree.append(leaf, (subtree, root) -> {
                if (Tiles.hold(subtree)) {
                    stored.merge(Tiles.of(subtree), root.bytes(), NaiveTree::joined);
                }
            });
        }
        return new Tiles(stored);
    }

    private static byte[] joined(byte[] some, byte[] more) {
        byte[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
