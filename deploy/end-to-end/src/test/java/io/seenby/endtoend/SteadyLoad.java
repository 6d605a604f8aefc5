package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Publishers who report all the time, in batches and one by one, and auditors who ask all the time. Like any good
 * publisher they send what was not acknowledged again under the same id; what they got in answer is written down.
 */
final class SteadyLoad {

    /** An event of its own, acknowledged with a receipt. */
    record Receipted(String eventId, long offset, String receipt) {}

    private static final int BATCH = 20;
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(200);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(100);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(200);

    private final RunningSystem system;
    private final Supplier<String> access;
    private final Supplier<String> audit;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> people = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Event ids of what is worth an alert. */
    final Queue<String> disclosures = new ConcurrentLinkedQueue<>();

    /** How often each was answered with which status. */
    final ConcurrentMap<String, Integer> statuses = new ConcurrentHashMap<>();
    /** Requests that got no answer. */
    final Queue<String> broken = new ConcurrentLinkedQueue<>();

    final Queue<Receipted> receipts = new ConcurrentLinkedQueue<>();

    /** Events that were sent more than once. */
    final AtomicInteger sentAgain = new AtomicInteger();

    SteadyLoad(RunningSystem system, Supplier<String> access, Supplier<String> audit) {
        this.system = system;
        this.access = access;
        this.audit = audit;
    }

    void start() {
        for (String tenant : List.of(RunningSystem.TENANT, RunningSystem.OTHER_TENANT)) {
            go(() -> sendBatch(tenant), BETWEEN_BATCHES);
            go(() -> sendBatch(tenant), BETWEEN_BATCHES);
            go(() -> sendOne(tenant), BETWEEN_EVENTS);
            go(() -> ask(tenant), BETWEEN_BATCHES);
        }
    }

    /** Returns when everybody has got their last answer. */
    void stop() throws InterruptedException {
        stop.set(true);
        for (Thread each : people) {
            each.join();
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    Set<String> acknowledgedIds() {
        return Set.copyOf(acknowledged);
    }

    private interface Act {
        void now() throws InterruptedException;
    }

    private void go(Act act, Duration pause) {
        people.add(Thread.ofVirtual().start(() -> {
            try {
                while (!stop.get()) {
                    act.now();
                    Thread.sleep(pause);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Of both wire versions of what ties people to clients, reads, and a disclosure that is worth an alert. */
    private void sendBatch(String tenant) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            String id = Reports.id();
            ids.add(id);
            lines.add(
                    switch (i) {
                        case 0 -> Reports.disclosure(id, "clerk-2", "client-" + id);
                        case 1 -> Reports.relationship(id, "clerk-1", "client-" + id);
                        case 2 -> Reports.relationshipOfATeam(id, "team-1", "client-" + id);
                        default -> Reports.read(id, "clerk-" + i % 7, "client-" + i % 13);
                    });
        }
        disclosures.add(ids.getFirst());
        String body = String.join("\n", lines);
        while (!acknowledged.containsAll(ids)) {
            answerTo("batch", publishing(tenant, "application/x-ndjson", body))
                    .ifPresent(answer -> noteRecorded(answer.body(), ids));
            again(!acknowledged.containsAll(ids), BATCH);
        }
    }

    private void noteRecorded(String results, List<String> ids) {
        List<String> lines = results.lines().toList();
        for (int i = 0; i < Math.min(ids.size(), lines.size()); i++) {
            if (lines.get(i).contains("\"status\":\"recorded\"")) {
                acknowledged.add(ids.get(i));
            }
        }
    }

    private void sendOne(String tenant) throws InterruptedException {
        String id = Reports.id();
        while (!acknowledged.contains(id)) {
            answerTo("event", publishing(tenant, "application/json", Reports.read(id, "clerk-3", "client-3")))
                    .filter(answer -> answer.statusCode() == 201)
                    .ifPresent(answer -> noteReceipt(id, answer));
            again(!acknowledged.contains(id), 1);
        }
    }

    private void noteReceipt(String id, HttpResponse<String> answer) {
        try {
            JsonNode said = system.read(answer);
            receipts.add(new Receipted(
                    id, said.path("offset").asLong(), said.path("receipt").asText()));
            acknowledged.add(id);
        } catch (IOException unreadable) {
            broken.add("an answer that is no JSON: " + unreadable.getMessage());
        }
    }

    private void again(boolean needed, int events) throws InterruptedException {
        if (needed) {
            sentAgain.addAndGet(events);
            Thread.sleep(BEFORE_AGAIN);
        }
    }

    private void ask(String tenant) throws InterruptedException {
        answerTo(
                "question",
                HttpRequest.newBuilder(URI.create(audit.get() + "/v1/trail?limit=5"))
                        .header("Authorization", "Bearer " + token("auditor", tenant)));
    }

    private HttpRequest.Builder publishing(String tenant, String type, String body) {
        return HttpRequest.newBuilder(URI.create(access.get() + "/v1/events"))
                .header("Authorization", "Bearer " + token("publisher", tenant))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    private String token(String role, String tenant) {
        return tokens.computeIfAbsent(role + tenant, wanted -> system.token(role, tenant));
    }

    private Optional<HttpResponse<String>> answerTo(String what, HttpRequest.Builder request)
            throws InterruptedException {
        HttpRequest built = request.timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<String> answer = system.http.send(built, BodyHandlers.ofString());
            statuses.merge(what + " " + answer.statusCode(), 1, Integer::sum);
            return Optional.of(answer);
        } catch (IOException cut) {
            broken.add(what + " to " + built.uri() + ": " + cut);
            return Optional.empty();
        }
    }
}
