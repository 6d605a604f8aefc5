package io.seenby.core.ledger;

import java.util.List;
import java.util.Optional;

/** Checks that a leaf is in a tree (RFC 9162, section 2.1.3.2). */
public final class Inclusion {

    private Inclusion() {}

    /** The root that the proof leads to; empty if no tree of that size has such a leaf and such a proof. */
    public static Optional<Hash> root(long index, long size, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        TreeHasher hasher = new TreeHasher();
        long fn = index;
        long sn = size - 1;
        Hash root = leaf;
        for (Hash sibling : proof) {
            if (sn == 0) {
                return Optional.empty();
            }
            if ((fn & 1) == 1 || fn == sn) {
                root = hasher.node(sibling, root);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                root = hasher.node(root, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? Optional.of(root) : Optional.empty();
    }

    public static boolean verify(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        return root(index, size, leaf, proof).filter(root::equals).isPresent();
    }
}
