package io.seenby.bench.stack;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.corpus.Batch;
import io.seenby.bench.corpus.ReportLine;
import io.seenby.bench.http.ClosedLoop;
import io.seenby.bench.http.Request;
import io.seenby.events.EventType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** One tenant's publisher at the door of access-service. */
public final class Publisher {
    private static final String PATH = "/v1/events";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final int port;
    private final String token;
    private final AtomicLong unrecorded = new AtomicLong();

    private Publisher(int port, String token) {
        this.url = "http://127.0.0.1:" + port;
        this.port = port;
        this.token = token;
    }

    /** For everything, with a quota that the benchmarks do not meet: they ask what the service can do. */
    private static final String REGISTRATION = """
            {"publisher":"%s","types":[%s],"quota":{"perSecond":1000000,"burst":10000000}}""";

    /** Opens the tenant, unless it is open already, registers its publisher and gets its token. */
    public static Publisher opening(BenchStack stack, String tenant) throws IOException, InterruptedException {
        var tokens = new Tokens(stack.local().identity().issuerUrl());
        int port = stack.local().settings().ports().access();
        var administrator = new Publisher(port, tokens.of("administrator", "bench-administrator"));
        administrator.post(
                "/v1/tenants",
                "application/json",
                "{\"tenant\":\"%s\"}".formatted(tenant).getBytes());
        var itsAdministrator = new Publisher(port, tokens.of("administrator", "bench-administrator", tenant));
        itsAdministrator.post(
                "/v1/publishers",
                "application/json",
                REGISTRATION.formatted("bench-" + tenant, reportable()).getBytes());
        return new Publisher(port, tokens.of("publisher", "bench-" + tenant, tenant));
    }

    private static String reportable() {
        return Arrays.stream(EventType.values())
                .filter(type -> type.family() != EventType.Family.SERVICE)
                .map(type -> '"' + type.wire() + '"')
                .collect(Collectors.joining(","));
    }

    /** Publishes one report; returns when it is recorded. */
    public void publish(ReportLine line) throws IOException, InterruptedException {
        post(PATH, "application/json", line.json());
    }

    /** Sends one report and goes on. */
    public CompletableFuture<HttpResponse<String>> send(ReportLine line) {
        return http.sendAsync(request(PATH, "application/json", line.json()), BodyHandlers.ofString());
    }

    /** Sends a batch and goes on; what becomes of it is only counted. */
    public void publishUnanswered(byte[] batch) {
        var request = request(PATH, "application/x-ndjson", batch);
        http.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failed) -> {
            if (failed != null || answer.statusCode() != 200 || answer.body().contains("\"refused\"")) {
                unrecorded.incrementAndGet();
            }
        });
    }

    /** How many of the batches sent so far are known not to be recorded wholly. */
    public long unrecorded() {
        return unrecorded.get();
    }

    /** Publishes the reports in one batch after the other, each when the one before is recorded. */
    public void publishAll(List<ReportLine> lines, int batchSize) {
        var bodies = new ArrayDeque<ByteBuffer>();
        for (int from = 0; from < lines.size(); from += batchSize) {
            var batch = Batch.of(lines.subList(from, Math.min(lines.size(), from + batchSize)));
            bodies.add(ByteBuffer.wrap(batch.bytes()));
        }
        var request = batchRequest();
        var outcome = ClosedLoop.run(
                port,
                1,
                Duration.ofMinutes(10),
                connection -> bodies.isEmpty() ? new ByteBuffer[0] : request.with(bodies.remove()));
        if (outcome.recorded() != lines.size()) {
            throw new NotMeasured("of %d reports %d were recorded: %s"
                    .formatted(
                            lines.size(),
                            outcome.recorded(),
                            outcome.firstTrouble().orElse("the rest was refused")));
        }
    }

    /**
     * Publishes a file, one report a line, so that the ledger has the order of its lines; returns how many there were.
     *
     * @throws NotMeasured if one of them was not recorded
     */
    public long publishInOrder(Path ndjson) throws IOException {
        try (var file = new FileInChunks(ndjson)) {
            var request = batchRequest();
            var outcome = ClosedLoop.run(port, 1, Duration.ofHours(6), connection -> {
                byte[] chunk = file.next();
                return chunk.length == 0 ? new ByteBuffer[0] : request.with(ByteBuffer.wrap(chunk));
            });
            if (outcome.recorded() != file.lines()) {
                throw new NotMeasured("of %d reports %d were recorded: %s"
                        .formatted(
                                file.lines(),
                                outcome.recorded(),
                                outcome.firstTrouble().orElse("the rest was refused")));
            }
            return file.lines();
        }
    }

    /** Publishes the reports in one batch; answers the results as they came, line by line, with the receipt. */
    public String publishForReceipts(List<ReportLine> lines) throws IOException, InterruptedException {
        var batch = Batch.of(lines).bytes();
        var answer = http.send(request(PATH, "application/x-ndjson", batch), BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"receipt\"")) {
            throw new NotMeasured("a batch was answered %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** What a batch is sent with. */
    public Request batchRequest() {
        return new Request(PATH, port, "application/x-ndjson", token);
    }

    /** What one report is sent with. */
    public Request singleRequest() {
        return new Request(PATH, port, "application/json", token);
    }

    private void post(String path, String type, byte[] body) throws IOException, InterruptedException {
        var answer = http.send(request(path, type, body), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new NotMeasured("POST %s was answered %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    private HttpRequest request(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }
}
