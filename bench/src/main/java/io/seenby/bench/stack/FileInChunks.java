package io.seenby.bench.stack;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of lines in pieces that are small enough for the service to append each as a whole. A larger batch is answered in
 * the order of its items and may be appended in another: its parts are sealed side by side.
 */
final class FileInChunks implements AutoCloseable {
    private static final int MOST_LINES = 64;
    private static final int MOST_BYTES = 64 * 1024 - 1;

    private final BufferedReader reader;
    private byte[] ahead;
    private long lines;

    FileInChunks(Path file) throws IOException {
        this.reader = Files.newBufferedReader(file);
        this.ahead = read();
    }

    /** The next lines, each with its end; empty if there are no more. A line that is too long for a piece is one alone. */
    byte[] next() {
        var chunk = new ByteArrayOutputStream();
        for (int i = 0; i < MOST_LINES && ahead.length > 0; i++) {
            if (i > 0 && chunk.size() + ahead.length > MOST_BYTES) {
                break;
            }
            chunk.writeBytes(ahead);
            lines++;
            ahead = read();
        }
        return chunk.toByteArray();
    }

    /** How many were given out. */
    long lines() {
        return lines;
    }

    /** The next line with its end; empty after the last. Empty lines are passed over, as the service does. */
    private byte[] read() {
        try {
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            return line == null ? new byte[0] : (line + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
