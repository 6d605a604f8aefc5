package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class RecordingTest {

    private static final String TENANT = "recording";

    private final Client publisher = Client.publisher(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    @Test
    void acknowledgedEventStandsOnTheTopicAsTheReceiptSays() {
        String id = Reports.newId();
        HttpResponse<String> response = publisher.event(Reports.read(id, "client-1"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode receipt = Client.json(response.body());
        assertThat(receipt.get("eventId").textValue()).isEqualTo(id);
        assertThat(receipt.get("tenant").textValue()).isEqualTo(TENANT);
        ConsumerRecord<byte[], byte[]> record = LedgerReader.records(TENANT).stream()
                .filter(each -> each.offset() == receipt.get("offset").longValue())
                .findFirst()
                .orElseThrow();
        LedgerReader.verifyMac(record);
        LedgerEntry entry = LedgerReader.entry(record);
        assertThat(record.partition()).isEqualTo(receipt.get("partition").intValue());
        assertThat(record.key()).isEqualTo(TENANT.getBytes(StandardCharsets.UTF_8));
        assertThat(entry.eventId().value()).isEqualTo(id);
        assertThat(entry.tenant().value()).isEqualTo(TENANT);
        assertThat(entry.publisher().value()).isEqualTo("ehr");
        assertThat(entry.recordedAt())
                .isEqualTo(Instant.parse(receipt.get("recordedAt").textValue()));
        assertThat(Duration.between(Instant.ofEpochMilli(record.timestamp()), entry.recordedAt())
                        .abs())
                .isLessThan(Duration.ofSeconds(15));
        Map<String, String> headers = IntStream.range(0, record.headers().toArray().length)
                .mapToObj(i -> record.headers().toArray()[i])
                .filter(header -> header.key().startsWith("ce_"))
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value())));
        assertThat(headers)
                .containsEntry("ce_id", id)
                .containsEntry("ce_type", "seenby.record-read.v1")
                .containsEntry("ce_source", "/tenants/" + TENANT + "/publishers/ehr");
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .doesNotContain("client-1")
                .doesNotContain("nurse-07")
                .doesNotContain("Nurse Seven");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ACTOR_JOINED",
                "ACTOR_CHANGED",
                "ACTOR_LEFT",
                "RELATIONSHIP_ESTABLISHED_2",
                "WALL_RAISED",
                "WALL_LIFTED"
            })
    void factsThatExplainAreTakenAndNoneOfTheirTextStaysInClear(EventType type) throws IOException {
        Path golden = Path.of("../access-events/src/test/resources/golden", type.wire() + ".report.json");
        HttpResponse<String> response = publisher.event(Files.readString(golden));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        long offset = Client.json(response.body()).get("offset").longValue();
        ConsumerRecord<byte[], byte[]> record = LedgerReader.records(TENANT).stream()
                .filter(each -> each.offset() == offset)
                .findFirst()
                .orElseThrow();
        assertThat(LedgerReader.entry(record).type()).isEqualTo(type);
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .doesNotContain("associate-03", "Associate Three", "partner-01", "partner-02")
                .doesNotContain("client-00", "litigation-2", "litigation-3", "night-desk", "wall-7", "team-44")
                .doesNotContain("Mill Lane", "other side", "closed", "Contract");
    }

    @Test
    void everyItemOfABatchGetsItsResultInOrder() {
        List<String> ids =
                IntStream.range(0, 10_000).mapToObj(i -> Reports.newId()).toList();
        String body = IntStream.range(0, 10_000)
                .mapToObj(i -> i == 4_711
                        ? Reports.read(ids.get(i), "client-7").replace("\"treatment\"", "\"curiosity\"")
                        : Reports.read(ids.get(i), "client-" + i % 97))
                .collect(Collectors.joining("\n"));
        List<JsonNode> results = publisher.lines(body);
        assertThat(results).hasSize(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(results.get(i).get("index").intValue()).isEqualTo(i);
            assertThat(results.get(i).get("status").textValue()).isEqualTo(i == 4_711 ? "refused" : "recorded");
        }
        JsonNode refused = results.get(4_711).get("problem");
        assertThat(refused.at("/errors/0/pointer").textValue()).isEqualTo("/purpose");
        assertThat(refused.at("/status").intValue()).isEqualTo(400);
        Map<String, Long> onTopic = LedgerReader.entries(TENANT).stream()
                .collect(Collectors.groupingBy(entry -> entry.eventId().value(), Collectors.counting()));
        for (int i = 0; i < 10_000; i++) {
            assertThat(onTopic.getOrDefault(ids.get(i), 0L)).isEqualTo(i == 4_711 ? 0 : 1);
        }
    }

    @Test
    void arrayIsAnsweredByAnArray() {
        String bad = "{\"type\":\"seenby.record-read.v1\"}";
        HttpResponse<String> response =
                publisher.event(" [" + Reports.read(Reports.newId(), "client-1") + " , " + bad + ",17]");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode results = Client.json(response.body());
        assertThat(Client.results(results)).hasSize(3);
        assertThat(results).hasSize(4);
        assertThat(results.at("/3/recorded").intValue()).isEqualTo(1);
        assertThat(results.at("/0/status").textValue()).isEqualTo("recorded");
        assertThat(results.at("/1/status").textValue()).isEqualTo("refused");
        assertThat(results.at("/2/problem/errors/0/message").textValue()).isEqualTo("must be an object");
    }

    @Test
    void itemsBeforeABreakInTheArrayAreRecordedAndTheBreakIsNamed() {
        String one = Reports.read(Reports.newId(), "client-1");
        HttpResponse<String> response = publisher.event("[" + one + ",," + one + "]");
        JsonNode results = Client.json(response.body());
        assertThat(Client.results(results)).hasSize(2);
        assertThat(results.at("/0/status").textValue()).isEqualTo("recorded");
        assertThat(results.at("/1/status").textValue()).isEqualTo("refused");
        assertThat(results.at("/1/problem/detail").textValue())
                .contains("an item is missing, at byte " + (one.length() + 2));
    }

    @Test
    void emptyBatchHasAnEmptyAnswer() {
        assertThat(publisher.event("[]").body()).isEqualTo("[]");
        assertThat(publisher.lines("\n \n")).isEmpty();
    }

    @Test
    void itemTooLargeIsRefusedAndItsNeighboursAreRecorded() {
        String large = Reports.read(Reports.newId(), "c".repeat(70_000));
        List<JsonNode> results = publisher.lines(Reports.read(Reports.newId(), "client-1") + "\n" + large + "\n"
                + Reports.read(Reports.newId(), "client-2") + "\n");
        assertThat(results)
                .extracting(result -> result.get("status").textValue())
                .containsExactly("recorded", "refused", "recorded");
        assertThat(results.get(1).at("/problem/status").intValue()).isEqualTo(413);
    }

    @Test
    void sameIdTwiceIsRecordedTwiceAndTheTagTellsWhetherItIsTheSame() {
        String id = Reports.newId();
        publisher.event(Reports.read(id, "client-1"));
        publisher.event(Reports.read(id, "client-1"));
        publisher.event(Reports.read(id, "client-2"));
        List<String> tags = LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.eventId().value().equals(id))
                .map(LedgerEntry::contentTag)
                .toList();
        assertThat(tags).hasSize(3);
        assertThat(tags.get(0)).isEqualTo(tags.get(1)).isNotEqualTo(tags.get(2));
    }

    @Test
    void newClientsOfConcurrentBatchesHaveOneKeyEach() throws Exception {
        String name = "raced-" + Reports.newId();
        String body = IntStream.range(0, 200)
                .mapToObj(i -> Reports.read(Reports.newId(), name + i))
                .collect(Collectors.joining("\n"));
        String again = IntStream.range(0, 200)
                .mapToObj(i -> Reports.read(Reports.newId(), name + (199 - i)))
                .collect(Collectors.joining("\n"));
        // Threads of our own: the common pool's know nothing of the class loader that the service runs in.
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            for (Future<List<JsonNode>> sent : senders.invokeAll(Stream.of(body, again, body, again)
                    .<Callable<List<JsonNode>>>map(batch -> () -> publisher.lines(batch))
                    .toList())) {
                assertThat(sent.get()).hasSize(200);
            }
        }
        Map<String, List<String>> keyIds = LedgerReader.entries(TENANT).stream()
                .flatMap(entry -> entry.sealed().stream())
                .filter(box -> !box.subject().equals("tenant"))
                .collect(Collectors.groupingBy(
                        box -> box.subject(),
                        Collectors.mapping(
                                box -> box.keyId(),
                                Collectors.collectingAndThen(Collectors.toSet(), keys -> List.copyOf(keys)))));
        assertThat(keyIds).hasSizeGreaterThanOrEqualTo(200);
        assertThat(keyIds.values()).allMatch(keys -> keys.size() == 1);
    }

    @Test
    void bodyOfUnknownLengthIsReadAsItComes() {
        byte[] body =
                (Reports.read(Reports.newId(), "client-1") + "\n").repeat(500).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = Client.send(publisher
                .request("/v1/events", "application/x-ndjson; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))
                .build());
        assertThat(response.body().lines())
                .hasSize(501)
                .allMatch(line -> line.contains("\"recorded\""))
                .last()
                .satisfies(last -> assertThat(last).contains("\"receipt\"", "\"recorded\":500"));
    }

    @Test
    void serviceMayNameATenantAndAPublisherMayNot() {
        Client.register(TENANT, "sync");
        Client service = Client.with(Map.of("role", "service", "sub", "sync"));
        String event = Reports.read(Reports.newId(), "client-1");
        assertThat(service.post("/v1/events", "application/json", event, "SeenBy-Tenant", TENANT)
                        .statusCode())
                .isEqualTo(201);
        assertThat(Client.publisher("other-tenant")
                        .post("/v1/events", "application/json", event, "SeenBy-Tenant", TENANT)
                        .statusCode())
                .isEqualTo(403);
    }
}
