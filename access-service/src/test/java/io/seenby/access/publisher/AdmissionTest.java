package io.seenby.access.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way to publish, as publishers see it. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class AdmissionTest {

    private static final String TENANT = "admission";
    private static final List<String> READS = List.of("seenby.record-read.v1");

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private static Client publisher(String name) {
        return Client.with(Map.of("role", "publisher", "tenant", TENANT, "sub", name));
    }

    private static Client registered(String name, List<String> types, long perSecond, long burst) {
        assertThat(Client.administrator(TENANT)
                        .post("/v1/publishers", "application/json", Client.registration(name, types, perSecond, burst))
                        .statusCode())
                .isIn(200, 201);
        return publisher(name);
    }

    private static void suspend(String name) {
        assertThat(Client.administrator(TENANT)
                        .post("/v1/publishers/" + name + "/suspend", "application/json", "{\"reason\":\"Test.\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String read(int number) {
        return Reports.read("read-" + number + "-" + Reports.newId(), "client-1");
    }

    private static String denied() {
        return """
                {"type":"seenby.access-denied.v1","eventId":"%s","occurredAt":"2026-01-05T09:00:00Z",\
                "actor":{"id":"nurse-07","kind":"workforce"},"clients":[{"id":"client-1"}],\
                "record":{"type":"chart","id":"c1"},"attempted":"read"}""".formatted(Reports.newId());
    }

    private static String auditEvent() {
        try {
            return Files.readString(Path.of("src/test/resources/fhir/official/AuditEvent-example-rest.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** One answer of each way to publish. */
    private static List<HttpResponse<String>> everyWay(Client client) {
        String fhir = "application/fhir+json";
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":%s}]}"
                .formatted(auditEvent());
        return List.of(
                client.event(read(0)),
                client.post("/v1/events", "application/json", "[" + read(1) + "]"),
                client.post("/v1/events", "application/x-ndjson", read(2)),
                client.post("/fhir/AuditEvent", fhir, auditEvent(), "Accept", "application/problem+json"),
                client.post("/fhir/AuditEvent", fhir, bundle, "Accept", "application/problem+json"),
                client.post("/fhir", fhir, bundle, "Accept", "application/problem+json"),
                client.post(
                        "/fhir/Consent", fhir, "{\"resourceType\":\"Consent\"}", "Accept", "application/problem+json"));
    }

    private static void assertRefused(List<HttpResponse<String>> answers, String type) {
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode())
                    .as(answer.uri() + " " + answer.body())
                    .isEqualTo(403);
            assertThat(Client.json(answer.body()).path("type").asText()).isEqualTo("urn:seenby:problem:" + type);
        }
    }

    private static List<String> statuses(List<JsonNode> results) {
        return results.stream().map(result -> result.path("status").asText()).toList();
    }

    private static long recordedOf(String publisher) {
        return LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.publisher().value().equals(publisher))
                .count();
    }

    @Test
    void whoIsNotRegisteredIsToldHowToBeOnEveryWay() {
        List<HttpResponse<String>> answers = everyWay(publisher("stranger"));

        assertRefused(answers, "unregistered-publisher");
        assertThat(answers).allMatch(answer -> answer.body().contains("POST /v1/publishers"));
        assertThat(recordedOf("stranger")).isZero();
    }

    @Test
    void registeredInOneTenantIsNotRegisteredInAnother() {
        Client.openTenant("admission-elsewhere");
        registered("only-here", READS, 100, 100);

        Client elsewhere =
                Client.with(Map.of("role", "publisher", "tenant", "admission-elsewhere", "sub", "only-here"));

        assertRefused(List.of(elsewhere.event(read(0))), "unregistered-publisher");
    }

    @Test
    void whoIsSuspendedIsRefusedOnEveryWayUntilRegisteredAgain() {
        Client client = registered("misused", Client.ALL_TYPES, 1_000, 1_000);
        assertThat(client.event(read(0)).statusCode()).isEqualTo(201);

        suspend("misused");
        assertRefused(everyWay(client), "suspended-publisher");
        assertThat(recordedOf("misused")).isEqualTo(1);

        registered("misused", Client.ALL_TYPES, 1_000, 1_000);
        assertThat(everyWay(client).subList(0, 6)).allMatch(answer -> answer.statusCode() < 300);
    }

    @Test
    void aServiceIsAPublisherLikeAnyOther() {
        Client service = Client.with(Map.of("role", "service", "sub", "unregistered-service"));

        HttpResponse<String> answer = service.post("/v1/events", "application/json", read(0), "SeenBy-Tenant", TENANT);

        assertRefused(List.of(answer), "unregistered-publisher");
    }

    @Test
    void whatItIsNotRegisteredForIsRefusedAndItsNeighboursAreNot() {
        Client client = registered("reads-only", READS, 1_000, 1_000);

        HttpResponse<String> single = client.event(denied());
        assertThat(single.statusCode()).isEqualTo(403);
        assertThat(Client.json(single.body()).at("/errors/0/pointer").asText()).isEqualTo("/type");

        List<JsonNode> results = client.lines(read(1) + "\n" + denied() + "\n" + read(2));
        assertThat(statuses(results)).containsExactly("recorded", "refused", "recorded");
        assertThat(results.get(1).at("/problem/type").asText()).isEqualTo("urn:seenby:problem:type-not-permitted");
        assertThat(results.get(1).at("/problem/status").asInt()).isEqualTo(403);
        assertThat(results.get(1).at("/problem/errors/0/pointer").asText()).isEqualTo("/type");
    }

    @Test
    void registeredForNothingSendsNothing() {
        Client client = registered("mute", List.of(), 1_000, 1_000);

        assertThat(client.event(read(0)).statusCode()).isEqualTo(403);
        assertThat(client.post("/fhir/AuditEvent", "application/fhir+json", auditEvent())
                        .statusCode())
                .isEqualTo(403);
        assertThat(recordedOf("mute")).isZero();
    }

    @Test
    void singleEventsBeyondTheQuotaAreToldWhenToComeAgain() throws InterruptedException {
        Client client = registered("slow", READS, 1, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(client.event(read(i)).statusCode()).isEqualTo(201);
        }

        HttpResponse<String> refused = client.event(read(3));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
        assertThat(Client.json(refused.body()).path("type").asText()).isEqualTo("urn:seenby:problem:quota-exceeded");
        HttpResponse<String> fhir = client.post("/fhir/AuditEvent", "application/fhir+json", auditEvent());
        assertThat(fhir.statusCode()).isEqualTo(429);
        assertThat(fhir.headers().firstValue("retry-after")).hasValue("1");
        assertThat(client.post("/v1/events", "application/x-ndjson", read(4)).statusCode())
                .isEqualTo(429);
        assertThat(publisher("ehr").event(read(5)).statusCode())
                .as("another publisher's quota is its own")
                .isEqualTo(201);

        Thread.sleep(1_100);
        assertThat(client.event(read(3)).statusCode()).isEqualTo(201);
    }

    @Test
    void aBatchBeyondTheQuotaIsPacedAndLosesNothing() {
        Client client = registered("paced", READS, 400, 100);
        String batch = IntStream.range(0, 2_000).mapToObj(AdmissionTest::read).collect(Collectors.joining("\n"));

        long began = System.nanoTime();
        List<JsonNode> results = client.lines(batch);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(statuses(results)).hasSize(2_000).containsOnly("recorded");
        // 2,000 at 400 a second with 100 in hand; the last of them leave on credit, at most a network buffer's worth.
        assertThat(took).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
    }

    @Test
    void aBatchThatWouldWaitForMoreThanAMinuteIsToldWhenToComeAgain() {
        Client client = registered("hopeless", READS, 1, 1);
        String batch = IntStream.range(0, 1_000).mapToObj(AdmissionTest::read).collect(Collectors.joining("\n"));

        List<JsonNode> results = client.lines(batch);

        List<String> statuses = statuses(results);
        assertThat(statuses.subList(0, statuses.size() - 1)).containsOnly("recorded");
        assertThat(statuses.get(statuses.size() - 1))
                .as("it is not refused for good")
                .isEqualTo("unavailable");
        assertThat(statuses).hasSizeLessThan(1_000);
        assertThat(results.get(results.size() - 1).at("/problem/type").asText())
                .isEqualTo("urn:seenby:problem:quota-exceeded");
        assertThat(recordedOf("hopeless")).isEqualTo(statuses.size() - 1);
        HttpResponse<String> next = client.event(read(0));
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(next.headers().firstValue("retry-after").orElseThrow()))
                .as("the batch is paid for first")
                .isGreaterThan(30);
    }

    @Test
    @Timeout(60)
    void aBatchIsStoppedWhereItsPublisherIsSuspended() throws Exception {
        Client client = registered("cut-short", READS, 100_000, 100_000);
        try (PipedOutputStream sending = new PipedOutputStream()) {
            PipedInputStream body = new PipedInputStream(sending, 1 << 20);
            // A connection of its own: a body that waits for its sender would hold up what shares one with it.
            CompletableFuture<HttpResponse<String>> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .sendAsync(
                            client.request("/v1/events", "application/x-ndjson")
                                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            send(sending, 500);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (recordedOf("cut-short") < 250) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(50);
            }
            suspend("cut-short");
            send(sending, 500);
            sending.close();

            List<String> statuses = statuses(Client.results(
                    answer.join().body().lines().map(Client::json).toList()));
            assertThat(statuses).hasSize(1_000);
            assertThat(statuses.subList(0, 250)).containsOnly("recorded");
            assertThat(statuses.subList(600, 1_000)).containsOnly("refused");
        }
    }

    private static void send(PipedOutputStream sending, int events) throws IOException {
        for (int i = 0; i < events; i++) {
            sending.write((read(i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        sending.flush();
    }

    @Test
    void aPublisherReadsNothingAndAReaderPublishesNothing() {
        Client auditor = Client.with(Map.of("role", "auditor", "tenant", TENANT, "sub", "ehr"));

        for (HttpResponse<String> answer : everyWay(auditor)) {
            assertThat(answer.statusCode()).as(answer.uri() + "").isEqualTo(403);
        }
        assertThat(publisher("ehr")
                        .post("/v1/questions", "application/json", "{}")
                        .statusCode())
                .isEqualTo(403);
    }
}
