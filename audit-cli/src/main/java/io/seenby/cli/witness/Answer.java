package io.seenby.cli.witness;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is sent back. */
record Answer(int status, String contentType, String body) {

    static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    /** A sentence. */
    static Answer of(int status, String sentence) {
        return new Answer(status, TEXT, sentence + "\n");
    }

    /** The codes are those of the protocol. */
    static Answer of(Decision decision) {
        return switch (decision) {
            case Decision.Cosigned cosigned ->
                new Answer(200, TEXT, cosigned.cosignature().line());
            case Decision.Shrunken shrunken -> of(400, "The old size is larger than the checkpoint's.");
            case Decision.NotSigned notSigned -> of(403, "No trusted key of this log signed the checkpoint.");
            case Decision.UnknownLog unknown -> of(404, "This log is not witnessed here.");
            case Decision.OtherSize other -> new Answer(409, SIZE, other.cosigned() + "\n");
            case Decision.Fork fork -> of(409, "Another root of this size was cosigned.");
            case Decision.NotProven notProven ->
                of(422, "The proof does not lead from the old size to the checkpoint.");
        };
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
