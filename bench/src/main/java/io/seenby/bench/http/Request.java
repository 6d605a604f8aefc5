package io.seenby.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A POST whose head is rendered once; only the body changes. */
public final class Request {
    private final String fixed;

    /** @param token bearer token; empty for none */
    public Request(String path, int port, String contentType, String token) {
        this.fixed = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: " + contentType
                + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token) + "\r\nContent-Length: ";
    }

    /** The bytes of the request that carries {@code body}. */
    public ByteBuffer[] with(ByteBuffer body) {
        var head = (fixed + body.remaining() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return new ByteBuffer[] {ByteBuffer.wrap(head), body};
    }
}
