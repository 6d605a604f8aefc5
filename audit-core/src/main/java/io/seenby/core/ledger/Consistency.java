package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.List;

/** Checks that a tree has only grown (RFC 9162, section 2.1.4.2). */
public final class Consistency {

    private Consistency() {}

    /**
     * Does the tree of {@code newSize} leaves begin with the tree of {@code oldSize}? The proof is empty when the old tree
     * is: everything grew from nothing, and nothing has one root only.
     */
    public static boolean verify(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == 0 && !oldRoot.equals(new TreeHasher().ofNothing())) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return proof.isEmpty();
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.add(0, oldRoot);
        }
        return !path.isEmpty() && leadsToBoth(path, oldSize, oldRoot, newSize, newRoot);
    }

    private static boolean leadsToBoth(List<Hash> path, long oldSize, Hash oldRoot, long newSize, Hash newRoot) {
        TreeHasher hasher = new TreeHasher();
        int shared = Long.numberOfTrailingZeros(oldSize);
        long fn = (oldSize - 1) >> shared;
        long sn = (newSize - 1) >> shared;
        Hash fr = path.get(0);
        Hash sr = path.get(0);
        for (Hash next : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = hasher.node(next, fr);
                sr = hasher.node(next, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = hasher.node(sr, next);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(oldRoot) && sr.equals(newRoot);
    }
}
