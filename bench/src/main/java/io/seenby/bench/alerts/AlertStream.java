package io.seenby.bench.alerts;

import io.seenby.bench.NotMeasured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A dashboard that follows the alerts by server-sent events. */
final class AlertStream implements AutoCloseable {
    private static final String PATH = "/v1/alerts/stream";

    private final Arrivals arrivals = new Arrivals();
    private final InputStream events;
    private final HttpClient http;

    private AlertStream(HttpClient http, InputStream events) {
        this.http = http;
        this.events = events;
        Thread.ofPlatform().daemon().name("alert-stream").start(this::read);
    }

    static AlertStream open(String url, String token) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(URI.create(url + PATH))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new NotMeasured("GET %s was answered %d %s"
                    .formatted(
                            PATH,
                            answer.statusCode(),
                            new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)));
        }
        return new AlertStream(http, answer.body());
    }

    /** An event ends with an empty line; its data may be spread over lines. */
    private void read() {
        var data = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    arrivals.note(data.toString().getBytes(StandardCharsets.UTF_8), System.nanoTime());
                    data.setLength(0);
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            // The run has ended, or the wait for the next alert will say that none came.
        }
    }

    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void close() throws IOException {
        events.close();
        http.shutdownNow();
    }
}
