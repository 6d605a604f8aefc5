package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree by RFC 6962 whose leaves are all there: it keeps every node, so a path is looked up and not computed.
 * Meant for small trees.
 */
public final class WholeTree {

    /** From the leaves up to the root; the last node of a level that has no sibling stands in the next level as it is. */
    private final List<List<Hash>> levels;

    private WholeTree(List<List<Hash>> levels) {
        this.levels = levels;
    }

    /** Throws {@link IllegalArgumentException} if there are no leaves. */
    public static WholeTree of(List<Hash> leaves, TreeHasher hasher) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a whole tree has leaves");
        }
        List<List<Hash>> levels = new ArrayList<>();
        List<Hash> level = List.copyOf(leaves);
        levels.add(level);
        while (level.size() > 1) {
            level = above(level, hasher);
            levels.add(level);
        }
        return new WholeTree(levels);
    }

    private static List<Hash> above(List<Hash> level, TreeHasher hasher) {
        List<Hash> above = new ArrayList<>((level.size() + 1) / 2);
        int last = level.size() - 1;
        for (int i = 0; i < last; i += 2) {
            above.add(hasher.node(level.get(i), level.get(i + 1)));
        }
        if (last % 2 == 0) {
            above.add(level.get(last));
        }
        return above;
    }

    /** How many leaves it has. */
    public int size() {
        return levels.get(0).size();
    }

    public Hash root() {
        return levels.get(levels.size() - 1).get(0);
    }

    /** That a leaf is in it, as {@link Inclusion} checks it: from the leaf's sibling up. */
    public List<Hash> path(int index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("a tree of " + size() + " leaves has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>(levels.size());
        for (int level = 0, at = index; level < levels.size() - 1; level++, at >>= 1) {
            int sibling = at ^ 1;
            if (sibling < levels.get(level).size()) {
                path.add(levels.get(level).get(sibling));
            }
        }
        return path;
    }
}
