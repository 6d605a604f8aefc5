package io.seenby.events;

/** Names a key that proves ledger records: the unsigned 32 bits that stand in front of each MAC. */
public record LedgerKeyId(long value) implements Comparable<LedgerKeyId> {

    public static final long MAX = 0xFFFF_FFFFL;

    public LedgerKeyId {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("LedgerKeyId must have 32 bits and is " + value);
        }
    }

    /** From the same 32 bits as a signed number. */
    public static LedgerKeyId ofBits(int bits) {
        return new LedgerKeyId(Integer.toUnsignedLong(bits));
    }

    @Override
    public int compareTo(LedgerKeyId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
