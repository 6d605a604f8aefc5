package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a tree to let it grow: its size and the roots of its complete subtrees, the largest first, one for
 * each bit of the size.
 */
public record Frontier(long size, List<Hash> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has not " + peaks.size() + " peaks");
        }
        peaks = List.copyOf(peaks);
    }

    /** From what {@link #bytes} made. Throws {@link IllegalArgumentException} if that is of another size. */
    public static Frontier of(long size, byte[] bytes) {
        List<Hash> peaks = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            peaks.add(Hash.at(bytes, at, Math.min(Hash.LENGTH, bytes.length - at)));
        }
        return new Frontier(size, peaks);
    }

    /** The peaks, one after the other. */
    public byte[] bytes() {
        byte[] bytes = new byte[peaks.size() * Hash.LENGTH];
        for (int i = 0; i < peaks.size(); i++) {
            peaks.get(i).copyTo(bytes, i * Hash.LENGTH);
        }
        return bytes;
    }

    /** The hash of the whole tree. */
    public Hash root() {
        return GrowingTree.from(this).root();
    }
}
