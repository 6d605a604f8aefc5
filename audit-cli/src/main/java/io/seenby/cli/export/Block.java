package io.seenby.cli.export;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What an export consists of after its eight bytes of magic and version: one byte that says what follows, the length of
 * that, its CRC-32C, and the payload. The checksum finds accidents; who wants to deceive computes it anew.
 *
 * @param at where the payload begins
 */
record Block(byte type, long at, int length, int checksum) {

    static final byte START = 'S';
    static final byte NOTES = 'N';
    static final byte EXTENT = 'X';
    static final byte RECORDS = 'R';
    static final byte END = 'E';

    static final int HEADER = 9;

    /** Blocks are closed when they reach this, so they are hardly longer than that and one record. */
    static final int FULL = 1024 * 1024;

    static final int LONGEST = 64 * 1024 * 1024;

    /** In ASCII, with the version of the format. */
    static final byte[] MAGIC = {'S', 'E', 'E', 'N', 'B', 'Y', 0, 1};

    static ByteBuffer header(byte type, byte[] payload, int length) {
        return ByteBuffer.allocate(HEADER)
                .put(type)
                .putInt(length)
                .putInt(checksum(payload, length))
                .flip();
    }

    static int checksum(byte[] payload, int length) {
        CRC32C crc = new CRC32C();
        crc.update(payload, 0, length);
        return (int) crc.getValue();
    }
}
