package io.seenby.cli.verify;

import io.seenby.core.ledger.Hash;
import java.util.Arrays;

/**
 * What was signed of one tree: sizes with their roots, by size. Kept in arrays, at 45 bytes a checkpoint, because a year of
 * one every five seconds is six million.
 */
final class Marks {

    /** Where a mark was seen, and what is known of it; bits. */
    static final int ON_TOPIC = 1;

    static final int KEPT = 2;
    static final int AT_WITNESS = 4;
    static final int COSIGNED = 8;

    /** It came after one of a larger tree. */
    static final int SHRUNK = 16;

    private long[] sizes = new long[4];
    private byte[] roots = new byte[4 * Hash.LENGTH];
    private byte[] flags = new byte[4];
    private int count;

    /** Answers whether another root of that size is there already; the mark is kept all the same. */
    boolean add(long size, Hash root, int flag) {
        int at = firstFrom(size);
        boolean contradicted = false;
        for (; at < count && sizes[at] == size; at++) {
            if (isRoot(at, root)) {
                flags[at] |= (byte) flag;
                return false;
            }
            contradicted = true;
        }
        insert(at, size, root, flag);
        return contradicted;
    }

    /** Nearly always at the end. */
    private void insert(int at, long size, Hash root, int flag) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
            roots = Arrays.copyOf(roots, count * 2 * Hash.LENGTH);
        }
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        System.arraycopy(flags, at, flags, at + 1, count - at);
        System.arraycopy(roots, at * Hash.LENGTH, roots, (at + 1) * Hash.LENGTH, (count - at) * Hash.LENGTH);
        sizes[at] = size;
        flags[at] = (byte) flag;
        System.arraycopy(root.bytes(), 0, roots, at * Hash.LENGTH, Hash.LENGTH);
        count++;
    }

    private int firstFrom(long size) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sizes[middle] < size) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    int count() {
        return count;
    }

    long size(int at) {
        return sizes[at];
    }

    boolean has(int at, int flag) {
        return (flags[at] & flag) != 0;
    }

    boolean isRoot(int at, Hash root) {
        return Arrays.equals(roots, at * Hash.LENGTH, (at + 1) * Hash.LENGTH, root.bytes(), 0, Hash.LENGTH);
    }

    /** Is exactly this there, with the flag? */
    boolean has(long size, Hash root, int flag) {
        for (int at = firstFrom(size); at < count && sizes[at] == size; at++) {
            if (isRoot(at, root) && has(at, flag)) {
                return true;
            }
        }
        return false;
    }

    /** Of the largest with the flag; -1 if there is none. */
    int lastWith(int flag) {
        int at = count - 1;
        while (at >= 0 && !has(at, flag)) {
            at--;
        }
        return at;
    }
}
