package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.Decimal;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A witness that speaks C2SP tlog-witness. */
final class Witness {

    private static final String SIZE_TYPE = "text/x.tlog.size";
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final URI submission;
    private final VerifierKey key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    Witness(URI prefix, VerifierKey key) {
        String text = prefix.toString();
        this.submission = URI.create(text + (text.endsWith("/") ? "" : "/") + "add-checkpoint");
        this.key = key;
    }

    /** What a witness says to a checkpoint. */
    sealed interface Reply {}

    /** It saw the tree grow to here. */
    record Cosigned(Note.Signature signature) implements Reply {}

    /** It last cosigned this size of the tree: the proof must begin there. */
    record KnowsSize(long size) implements Reply {}

    /** It saw something else before, or does not know the log: never to be taken lightly. */
    record Refused(int status) implements Reply {}

    /** Nothing to be learnt from it now. */
    record Silent(String why) implements Reply {}

    /** @param proof that the tree grew from {@code oldSize}; empty if that is 0 or the same size */
    Reply add(Note note, long oldSize, List<Hash> proof) throws InterruptedException {
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        body.append('\n').append(note.format());
        HttpRequest request = HttpRequest.newBuilder(submission)
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return reply(http.send(request, BodyHandlers.ofString()), note);
        } catch (IOException unreachable) {
            return new Silent(unreachable.getClass().getSimpleName());
        }
    }

    private Reply reply(HttpResponse<String> response, Note note) {
        int status = response.statusCode();
        boolean tellsSize = response.headers()
                .firstValue("Content-Type")
                .filter(SIZE_TYPE::equals)
                .isPresent();
        if (status == 200) {
            return cosignature(response.body(), note)
                    .<Reply>map(Cosigned::new)
                    .orElseGet(() -> new Silent("its answer holds no cosignature of the expected key"));
        }
        if (status == 409 && tellsSize) {
            return sizeOf(response.body().strip());
        }
        return status >= 500 ? new Silent("status " + status) : new Refused(status);
    }

    private static Reply sizeOf(String text) {
        try {
            return new KnowsSize(Decimal.parse(text));
        } catch (IllegalArgumentException noSize) {
            return new Silent("its answer names no size");
        }
    }

    private Optional<Note.Signature> cosignature(String lines, Note note) {
        try {
            return lines.lines()
                    .map(Note.Signature::parse)
                    .filter(isRight(note))
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Predicate<Note.Signature> isRight(Note note) {
        return signature -> new Note(note.text(), List.of(signature)).by(key).isPresent();
    }
}
