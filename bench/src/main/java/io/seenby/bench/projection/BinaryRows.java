package io.seenby.bench.projection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format"), cut into batches that can
 * each be loaded alone.
 *
 * @param header what every batch begins with
 * @param batches where in the file the rows of each batch stand
 */
record BinaryRows(Path file, byte[] header, List<Cut> batches, long rows) {
    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final short END = -1;

    /** Bytes of the file. */
    record Cut(long from, int length) {}

    /** Finds the rows in a file. */
    static BinaryRows in(Path file, int rowsInBatch) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            byte[] fixed = in.readNBytes(SIGNATURE_AND_FLAGS);
            int extension = in.readInt();
            byte[] header = ByteBuffer.allocate(SIGNATURE_AND_FLAGS + Integer.BYTES + extension)
                    .put(fixed)
                    .putInt(extension)
                    .put(in.readNBytes(extension))
                    .array();
            var batches = new ArrayList<Cut>();
            long rows = 0;
            long from = header.length;
            long at = from;
            for (short fields = in.readShort(); fields != END; fields = in.readShort()) {
                at += Short.BYTES + fieldsLength(in, fields);
                rows++;
                if (rows % rowsInBatch == 0) {
                    batches.add(new Cut(from, Math.toIntExact(at - from)));
                    from = at;
                }
            }
            if (at > from) {
                batches.add(new Cut(from, Math.toIntExact(at - from)));
            }
            return new BinaryRows(file, header, List.copyOf(batches), rows);
        }
    }

    private static long fieldsLength(DataInputStream in, int fields) throws IOException {
        long length = 0;
        for (int i = 0; i < fields; i++) {
            int field = in.readInt();
            // −1 stands for NULL, which has no bytes.
            in.skipNBytes(Math.max(0, field));
            length += Integer.BYTES + Math.max(0, field);
        }
        return length;
    }

    /** A batch as a whole COPY input: header, rows, end. */
    byte[] read(Cut batch) {
        var bytes = ByteBuffer.allocate(header.length + batch.length() + Short.BYTES);
        bytes.put(header);
        try (var channel = FileChannel.open(file)) {
            int end = bytes.position() + batch.length();
            bytes.limit(end);
            for (long at = batch.from(); bytes.hasRemaining(); ) {
                at += channel.read(bytes, at);
            }
            bytes.limit(bytes.capacity());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.putShort(END).array();
    }
}
