package io.seenby.audit.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seenby.core.ledger.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The edge of another process: access-service is another module, so these tests speak HTTP with a server that keeps
 * what it is told, in order, and can be made to hesitate or to fail. Sealing and Kafka stand behind the real one; the
 * tests of the whole system run that.
 */
public final class DoorProcess {

    /** A question as it arrived. */
    public record Told(JsonNode report, String bearer) {
        public String tenant() {
            return report.path("tenant").asText();
        }

        public String question() {
            return report.path("question").asText();
        }

        public List<String> clients() {
            List<String> clients = new ArrayList<>();
            report.path("clients").forEach(client -> clients.add(client.asText()));
            return clients;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final int port;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile int refusal;
    private volatile CountDownLatch gate = OPEN;
    private volatile Map<String, String> texts = Map.of();
    private HttpServer server;
    private ExecutorService threads;

    DoorProcess(int port) {
        this.port = port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    public void start() {
        try {
            threads = Executors.newVirtualThreadPerTaskExecutor();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/v1/questions", this::question);
        server.createContext("/v1/alert-work", this::work);
        server.createContext("/v1/checkpoint-keys", this::checkpointKey);
        server.start();
    }

    /** As after kill -9: nobody listens. */
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Friendly again, with nothing told. */
    public void reset() {
        refusal = 0;
        gate.countDown();
        gate = OPEN;
        texts = Map.of();
        told.clear();
    }

    /** Answers every question with this status from now on. */
    public void refuseWith(int status) {
        refusal = status;
    }

    /** Lets questions arrive and holds their answers until the returned latch is counted down. */
    public CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    /** What sealed text reads, by pointer. */
    void seals(Map<String, String> opened) {
        texts = opened;
    }

    /** What it was told about a tenant, in order. */
    public List<Told> told(String tenant) {
        return told.stream().filter(each -> each.tenant().equals(tenant)).toList();
    }

    private void question(HttpExchange exchange) throws IOException {
        take(exchange, 200, this::answerTo);
    }

    private void work(HttpExchange exchange) throws IOException {
        take(
                exchange,
                201,
                report -> JSON.createObjectNode()
                        .put("publisher", "audit-projector")
                        .put("eventId", "work-" + told.size())
                        .put("recordedAt", "2026-03-01T00:00:00Z")
                        .put("partition", 0)
                        .put("offset", told.size()));
    }

    private void take(HttpExchange exchange, int status, Function<JsonNode, ObjectNode> answerTo) throws IOException {
        try (exchange) {
            JsonNode report = JSON.readTree(exchange.getRequestBody());
            if (refusal != 0) {
                answer(exchange, refusal, "{\"status\":" + refusal + ",\"title\":\"no\"}");
                return;
            }
            told.add(new Told(report, exchange.getRequestHeaders().getFirst("Authorization")));
            gate.await(30, TimeUnit.SECONDS);
            answer(exchange, status, answerTo.apply(report).toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The entry's row, as the pipeline would write it. */
    private void checkpointKey(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode announced = JSON.readTree(exchange.getRequestBody());
            ViewsStory.run(
                    "insert into checkpoint_keys values (?, ?, 0) on conflict do nothing",
                    announced.get("partition").intValue(),
                    VerifierKey.parse(announced.get("key").textValue()).publicKey());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private ObjectNode answerTo(JsonNode report) {
        ObjectNode answer = JSON.createObjectNode()
                .put("recordedAt", "2026-03-01T00:00:00Z")
                .put("partition", 0)
                .put("offset", told.size());
        report.path("open")
                .forEach(boxes -> answer.withArray("opened")
                        .addObject()
                        .<ObjectNode>set("texts", JSON.valueToTree(texts))
                        .putArray("erased"));
        if (report.has("lookup")) {
            String id = report.get("lookup").get("id").asText();
            answer.put("ref", ViewsStory.ref("door", id.hashCode()));
        }
        return answer;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
