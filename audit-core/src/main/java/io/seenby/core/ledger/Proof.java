package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a proof consists of, before any hash is fetched: the ranges of leaves whose hashes make it, in the proof's order.
 */
public record Proof(List<Range> ranges) {

    public Proof {
        ranges = List.copyOf(ranges);
    }

    /**
     * That leaf {@code index} is in the tree of {@code size} leaves (RFC 6962, section 2.1.1). Throws
     * {@link IllegalArgumentException} if it cannot be.
     */
    public static Proof ofInclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<Range> ranges = new ArrayList<>();
        path(index, 0, size, ranges);
        return new Proof(ranges);
    }

    private static void path(long index, long start, long end, List<Range> ranges) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, ranges);
            ranges.add(new Range(middle, end));
        } else {
            path(index, middle, end, ranges);
            ranges.add(new Range(start, middle));
        }
    }

    /**
     * That the tree of {@code newSize} leaves begins with that of {@code oldSize} (RFC 6962, section 2.1.2); empty if one
     * of them is empty or they are the same. Throws {@link IllegalArgumentException} if the new one is the smaller.
     */
    public static Proof ofConsistency(long oldSize, long newSize) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("a tree of " + newSize + " leaves did not grow from " + oldSize);
        }
        List<Range> ranges = new ArrayList<>();
        if (oldSize > 0) {
            subproof(oldSize, 0, newSize, true, ranges);
        }
        return new Proof(ranges);
    }

    private static void subproof(long oldSize, long start, long end, boolean known, List<Range> ranges) {
        if (oldSize == end) {
            if (!known) {
                ranges.add(new Range(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (oldSize <= middle) {
            subproof(oldSize, start, middle, known, ranges);
            ranges.add(new Range(middle, end));
        } else {
            subproof(oldSize, middle, end, false, ranges);
            ranges.add(new Range(start, middle));
        }
    }

    /** The largest power of two below {@code length}. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    /** The hash of the whole tree of {@code size} leaves, at least one, as if it were a proof of a single hash. */
    public static Proof ofRoot(long size) {
        return new Proof(List.of(new Range(0, size)));
    }

    /** All whose hashes are needed. */
    public Set<Subtree> subtrees() {
        return ranges.stream().flatMap(range -> range.subtrees().stream()).collect(Collectors.toSet());
    }

    /** The proof itself. */
    public List<Hash> hashes(Function<Subtree, Hash> known) {
        TreeHasher hasher = new TreeHasher();
        return ranges.stream().map(range -> range.hash(known, hasher)).toList();
    }
}
