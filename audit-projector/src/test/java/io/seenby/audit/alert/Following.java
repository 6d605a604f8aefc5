package io.seenby.audit.alert;

import io.seenby.audit.query.Ask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A dashboard that follows the stream over real HTTP. */
final class Following implements AutoCloseable {

    /** One event as it came. */
    record Event(long id, String data) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<java.io.InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean ended;

    private Following(HttpResponse<java.io.InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Following open(int port, String tenant, Optional<Long> lastEventId)
            throws IOException, InterruptedException {
        return open(port, Ask.token("auditor", tenant), lastEventId, true);
    }

    static Following open(int port, String token, Optional<Long> lastEventId, boolean byHeader)
            throws IOException, InterruptedException {
        String query = !byHeader && lastEventId.isPresent() ? "?lastEventId=" + lastEventId.get() : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/alerts/stream" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (byHeader) {
            lastEventId.ifPresent(id -> request.header("Last-Event-ID", Long.toString(id)));
        }
        return new Following(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    int status() {
        return response.statusCode();
    }

    /** The next event; fails after a while without one. */
    Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event came");
        }
        return event;
    }

    /** An event that comes within this time, if one does. */
    Optional<Event> within(long millis) throws InterruptedException {
        return Optional.ofNullable(events.poll(millis, TimeUnit.MILLISECONDS));
    }

    int signsOfLife() {
        return comments.size();
    }

    boolean endsWithin(long millis) throws InterruptedException {
        reader.join(millis);
        return ended;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            long id = -1;
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id:")) {
                    id = Long.parseLong(line.substring(3).trim());
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).trim();
                } else if (line.isEmpty() && id >= 0) {
                    events.add(new Event(id, data));
                    id = -1;
                }
            }
            ended = true;
        } catch (IOException hungUp) {
            // The test closed it.
        }
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
