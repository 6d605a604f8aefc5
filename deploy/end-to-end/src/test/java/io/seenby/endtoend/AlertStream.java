package io.seenby.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody who watches {@code /v1/alerts/stream}; remembers ids and data of what came. */
final class AlertStream implements AutoCloseable {

    private final Queue<String> ids = new ConcurrentLinkedQueue<>();
    private final Queue<String> alerts = new ConcurrentLinkedQueue<>();
    private final InputStream body;

    /** @param lastEventId where to resume; 0 for the first alert ever, empty for what comes from now on */
    AlertStream(RunningSystem system, String tenant, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.audit.url() + "/v1/alerts/stream"))
                .header("Authorization", "Bearer " + system.token("auditor", tenant))
                .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = system.http.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("the stream answers " + answer.statusCode());
        }
        body = answer.body();
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    ids.add(line.substring(3).strip());
                } else if (line.startsWith("data:")) {
                    alerts.add(line.substring(5).strip());
                }
            }
        } catch (IOException closed) {
            // The test hung up, or the service was killed: what came so far stays.
        }
    }

    Queue<String> ids() {
        return ids;
    }

    Queue<String> alerts() {
        return alerts;
    }

    boolean shows(String text) {
        return alerts.stream().anyMatch(alert -> alert.contains(text));
    }

    /** Closes what the reader reads from: the reader itself is locked while it waits for a line. */
    @Override
    public void close() throws IOException {
        body.close();
    }
}
