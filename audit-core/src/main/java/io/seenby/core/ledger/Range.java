package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The leaves from {@code start} up to and without {@code end}, whose hash RFC 6962 calls {@code MTH(D[start:end])}. It
 * begins where a complete subtree as large as itself may begin, as all ranges of a proof do.
 */
public record Range(long start, long end) {

    public Range {
        if (start < 0 || end <= start || start % roundedUp(end - start) != 0) {
            throw new IllegalArgumentException("no range of a tree goes from " + start + " to " + end);
        }
    }

    private static long roundedUp(long length) {
        long floor = Long.highestOneBit(length);
        return floor == length ? length : floor << 1;
    }

    /** The complete subtrees it consists of, the largest first. */
    public List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        long at = start;
        while (at < end) {
            int level = 63 - Long.numberOfLeadingZeros(end - at);
            subtrees.add(new Subtree(level, at >> level));
            at += 1L << level;
        }
        return subtrees;
    }

    /** Its hash, from those of its subtrees. */
    Hash hash(Function<Subtree, Hash> known, TreeHasher hasher) {
        List<Subtree> smallestFirst = new ArrayList<>(subtrees());
        Collections.reverse(smallestFirst);
        Hash hash = known.apply(smallestFirst.get(0));
        for (Subtree larger : smallestFirst.subList(1, smallestFirst.size())) {
            hash = hasher.node(known.apply(larger), hash);
        }
        return hash;
    }
}
