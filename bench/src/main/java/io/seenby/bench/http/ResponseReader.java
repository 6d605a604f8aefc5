package io.seenby.bench.http;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Reads the responses of one connection, in whatever pieces they come: status, length by {@code Content-Length} or
 * by chunks, and how often a word stands in the body. The beginning of the body is kept to be quoted.
 */
final class ResponseReader {
    private static final int QUOTED = 400;
    private static final int LONGEST_LINE = 16 * 1024;

    private enum Expecting {
        STATUS_LINE,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private final Needle needle;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();
    private Expecting expecting = Expecting.STATUS_LINE;
    private int status;
    private boolean chunked;
    private boolean closing;
    private long remaining;

    ResponseReader(Needle needle) {
        this.needle = needle;
    }

    /**
     * Takes bytes from {@code in} up to the end of the current response.
     *
     * @return true if the response is complete; the next byte then begins another one
     * @throws IllegalStateException if this is no HTTP/1.1
     */
    boolean read(ByteBuffer in) {
        while (in.hasRemaining()) {
            boolean complete = switch (expecting) {
                case BODY, CHUNK -> content(in);
                case STATUS_LINE, HEADER, CHUNK_SIZE, CHUNK_END, TRAILER -> lineByte(in.get());
            };
            if (complete) {
                expecting = Expecting.STATUS_LINE;
                return true;
            }
        }
        return false;
    }

    private boolean content(ByteBuffer in) {
        while (remaining > 0 && in.hasRemaining()) {
            byte b = in.get();
            remaining--;
            needle.see(b);
            if (quoted.length() < QUOTED) {
                quoted.append((char) (b & 0xff));
            }
        }
        if (remaining > 0) {
            return false;
        }
        if (expecting == Expecting.BODY) {
            return true;
        }
        expecting = Expecting.CHUNK_END;
        return false;
    }

    private boolean lineByte(byte b) {
        if (b != '\n') {
            if (line.length() > LONGEST_LINE) {
                throw new IllegalStateException("a line of the response's head has no end");
            }
            if (b != '\r') {
                line.append((char) (b & 0xff));
            }
            return false;
        }
        String text = line.toString();
        line.setLength(0);
        return lineEnd(text);
    }

    private boolean lineEnd(String text) {
        switch (expecting) {
            case STATUS_LINE -> begin(text);
            case HEADER -> {
                return header(text);
            }
            case CHUNK_SIZE -> {
                remaining = Long.parseLong(text.split(";", 2)[0].trim(), 16);
                expecting = remaining == 0 ? Expecting.TRAILER : Expecting.CHUNK;
            }
            case CHUNK_END -> expecting = Expecting.CHUNK_SIZE;
            case TRAILER -> {
                return text.isEmpty();
            }
            case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
        }
        return false;
    }

    private void begin(String text) {
        if (!text.startsWith("HTTP/1.1 ") || text.length() < 12) {
            throw new IllegalStateException("no HTTP/1.1 response: " + text);
        }
        status = Integer.parseInt(text.substring(9, 12));
        chunked = false;
        closing = false;
        remaining = 0;
        quoted.setLength(0);
        needle.take();
        expecting = Expecting.HEADER;
    }

    private boolean header(String text) {
        if (text.isEmpty()) {
            expecting = chunked ? Expecting.CHUNK_SIZE : Expecting.BODY;
            return !chunked && remaining == 0;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
            remaining = Long.parseLong(lower.substring(15).trim());
        } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
            chunked = true;
        } else if (lower.startsWith("connection:") && lower.contains("close")) {
            closing = true;
        }
        return false;
    }

    /** The status of the response that is complete. */
    int status() {
        return status;
    }

    /** True if the server will not take another request on this connection. */
    boolean closing() {
        return closing;
    }

    /** How often the word stood in the body of the response that is complete. */
    long found() {
        return needle.take();
    }

    /** The status and the beginning of the body. */
    String quote() {
        return status + " " + quoted;
    }
}
