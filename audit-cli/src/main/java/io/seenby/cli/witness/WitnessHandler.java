package io.seenby.cli.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** HTTP as C2SP tlog-witness has it, a health check, and each log's latest cosigned note for those who compare views. */
final class WitnessHandler implements HttpHandler {

    private static final String ADD = "/add-checkpoint";
    private static final String HEALTH = "/health";
    private static final String LATEST = "/checkpoint/";
    private static final int LONGEST_BODY = 64 * 1024;

    private final Witness witness;

    WitnessHandler(Witness witness) {
        this.witness = witness;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean known = path.equals(ADD) || path.equals(HEALTH) || path.startsWith(LATEST);
        String method = path.equals(ADD) ? "POST" : "GET";
        if (!known) {
            return Answer.of(404, "There is nothing here.");
        }
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            return Answer.of(405, "This takes " + method + ".");
        }
        if (path.equals(HEALTH)) {
            return Answer.of(200, "ok, logs: " + witness.logs());
        }
        return path.equals(ADD) ? add(exchange) : latest(path.substring(LATEST.length()));
    }

    private Answer latest(String encoded) {
        return decoded(encoded)
                .flatMap(witness::latest)
                .map(note -> new Answer(200, Answer.TEXT, note.format()))
                .orElseGet(() -> Answer.of(404, "No checkpoint of this log was cosigned."));
    }

    private static Optional<String> decoded(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Answer.of(413, "No checkpoint with its proof is that long.");
        }
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return Answer.of(400, "This is no request to add a checkpoint.");
        }
        return answer(request);
    }

    private Answer answer(AddCheckpoint request) {
        try {
            Decision decision = witness.add(request);
            if (decision instanceof Decision.Fork || decision instanceof Decision.NotProven) {
                // Said aloud, because a log that its key signed for did this.
                System.err.println(request.checkpoint() + " was refused: " + decision);
            }
            return Answer.of(decision);
        } catch (IOException notKept) {
            System.err.println(request.checkpoint() + " could not be kept, so it was not cosigned: " + notKept);
            return Answer.of(500, "The checkpoint could not be kept, so it was not cosigned.");
        }
    }
}
