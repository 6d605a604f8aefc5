package io.seenby.cli.export;

import java.util.Arrays;

/** A record where it was read to, so that nothing is copied that is only hashed. It is reused for the next one. */
public final class RecordView {

    /** Length of what is not there. */
    public static final int NONE = -1;

    private static final byte[] NOTHING = {};

    private long offset;
    private byte[] keys = NOTHING;
    private int keyFrom;
    private int keyLength;
    private byte[] values = NOTHING;
    private int valueFrom;
    private int valueLength;
    private byte[] mac = NOTHING;
    private int macLength;

    public RecordView at(long newOffset) {
        offset = newOffset;
        return this;
    }

    public RecordView key(byte[] bytes, int from, int length) {
        keys = bytes;
        keyFrom = from;
        keyLength = length;
        return this;
    }

    public RecordView value(byte[] bytes, int from, int length) {
        values = bytes;
        valueFrom = from;
        valueLength = length;
        return this;
    }

    public RecordView mac(byte[] bytes, int from, int length) {
        macLength = length;
        mac = length <= 0 ? NOTHING : Arrays.copyOfRange(bytes, from, from + length);
        return this;
    }

    RecordView macLength(int length) {
        macLength = length;
        mac = NOTHING;
        return this;
    }

    public long offset() {
        return offset;
    }

    public boolean hasKey() {
        return keyLength != NONE;
    }

    public byte[] keyBytes() {
        return keys;
    }

    public int keyFrom() {
        return keyFrom;
    }

    public int keyLength() {
        return keyLength;
    }

    public byte[] key() {
        return hasKey() ? Arrays.copyOfRange(keys, keyFrom, keyFrom + keyLength) : NOTHING;
    }

    public boolean hasValue() {
        return valueLength != NONE;
    }

    public byte[] valueBytes() {
        return values;
    }

    public int valueFrom() {
        return valueFrom;
    }

    /** 0 also if there is no value: its leaf is that of nothing. */
    public int hashedLength() {
        return Math.max(0, valueLength);
    }

    public byte[] value() {
        return hasValue() ? Arrays.copyOfRange(values, valueFrom, valueFrom + valueLength) : NOTHING;
    }

    public boolean hasMac() {
        return macLength != NONE;
    }

    byte[] mac() {
        return mac;
    }

    int valueLength() {
        return valueLength;
    }

    int macLength() {
        return macLength;
    }
}
