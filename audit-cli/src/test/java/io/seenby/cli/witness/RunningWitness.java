package io.seenby.cli.witness;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A witness on a port of its own and those who call it. */
final class RunningWitness implements AutoCloseable {

    static final String NAME = "witness.example/w1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final VerifierKey key;
    private final WitnessServer server;

    private RunningWitness(VerifierKey key, WitnessServer server) {
        this.key = key;
        this.server = server;
    }

    static WitnessServer.Settings settings(SigningKey key, Path state, boolean init, String... logs) {
        return new WitnessServer.Settings(new InetSocketAddress("127.0.0.1", 0), key, NAME, state, init, List.of(logs));
    }

    static RunningWitness start(SigningKey key, Path state, boolean init, String... logs) {
        return new RunningWitness(
                key.verifier(NAME, KeyKind.WITNESS),
                settings(key, state, init, logs).start());
    }

    HttpResponse<String> add(String body) throws IOException, InterruptedException {
        return add(body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> add(byte[] body) throws IOException, InterruptedException {
        return send(to("/add-checkpoint").POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> latest(String origin) throws IOException, InterruptedException {
        return get("/checkpoint/" + URLEncoder.encode(origin, StandardCharsets.UTF_8));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + server.address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Is this answer a cosignature of this note, and nothing else? */
    boolean cosigned(HttpResponse<String> answer, Note note) {
        Note cosigned = Note.parse(note.format() + answer.body());
        return answer.statusCode() == 200
                && cosigned.signatures().size() == note.signatures().size() + 1
                && cosigned.by(key).isPresent();
    }

    @Override
    public void close() {
        server.close();
    }
}
