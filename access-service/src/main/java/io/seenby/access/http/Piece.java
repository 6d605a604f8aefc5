package io.seenby.access.http;

import java.util.Arrays;

/** The bytes of one item so far; beyond its limit only the fact that it is too large. */
final class Piece {

    private final int limit;
    private byte[] bytes = new byte[1_024];
    private int length;
    private boolean overflown;

    Piece(int limit) {
        this.limit = limit;
    }

    void add(byte[] from, int start, int end) {
        int more = end - start;
        if (overflown || more > limit - length) {
            overflown = true;
            return;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + more, bytes.length * 2)));
        }
        System.arraycopy(from, start, bytes, length, more);
        length += more;
    }

    boolean isOverflown() {
        return overflown;
    }

    /** What is here so far. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Hands over what is here, unless it is only white space, and begins anew. */
    void handOver(ItemSplitter.Items items) {
        int start = 0;
        int end = length;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        while (end > start && isSpace(bytes[end - 1])) {
            end--;
        }
        if (overflown) {
            items.tooLarge();
        } else if (start < end) {
            items.item(Arrays.copyOfRange(bytes, start, end));
        }
        length = 0;
        overflown = false;
    }

    /** The white space of JSON. */
    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
