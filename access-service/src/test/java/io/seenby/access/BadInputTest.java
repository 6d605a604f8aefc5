package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class BadInputTest {

    private static final String TENANT = "bad-input";
    private static final String SECRET = "Rumpelstilzchen";

    private final Client publisher = Client.publisher(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private static String good() {
        return Reports.read(Reports.newId(), SECRET);
    }

    private static String with(String old, String replacement) {
        String report = good();
        assertThat(report).contains(old);
        return report.replace(old, replacement);
    }

    private static String wallForNobody() {
        return """
                {"type":"seenby.wall-raised.v1","eventId":"%s","occurredAt":"2026-01-05T09:00:00Z","wall":"%s",
                 "clients":[{"id":"client-0007"}]}
                """.formatted(Reports.newId(), SECRET);
    }

    static Stream<Arguments> badReports() {
        return Stream.of(
                Arguments.of("cut off", good().substring(0, 100), 400, ""),
                Arguments.of("no JSON", "Dear " + SECRET, 400, ""),
                Arguments.of("empty", "", 400, ""),
                Arguments.of("two values", good() + good(), 400, ""),
                Arguments.of("a key twice", with("\"purpose\"", "\"purpose\":\"payment\",\"purpose\""), 400, ""),
                Arguments.of("nested deeply", "{\"a\":".repeat(100) + "1" + "}".repeat(100), 400, ""),
                Arguments.of("a number", "17", 400, ""),
                Arguments.of("unknown type", with("record-read", "record-eaten"), 400, "/type"),
                Arguments.of("unknown version", with("record-read.v1", "record-read.v2"), 400, "/type"),
                Arguments.of("no type", with("\"type\":\"seenby.record-read.v1\",", ""), 400, "/type"),
                Arguments.of("type of another kind", with("\"seenby.record-read.v1\"", "[1]"), 400, "/type"),
                Arguments.of("service's own", with("record-read", "tenant-opened"), 400, "/type"),
                Arguments.of("service's own", with("record-read", "time-passed"), 400, "/type"),
                Arguments.of("service's own", with("record-read", "audit-queried"), 400, "/type"),
                Arguments.of("wall that keeps nobody away", wallForNobody(), 400, "/members"),
                Arguments.of("unknown field", with("\"purpose\"", "\"tenant\":\"other\",\"purpose\""), 400, "/tenant"),
                Arguments.of("publisher", with("\"purpose\"", "\"publisher\":\"x\",\"purpose\""), 400, "/publisher"),
                Arguments.of("wrong type", with("\"treatment\"", "7"), 400, "/purpose"),
                Arguments.of("null", with("\"treatment\"", "null"), 400, "/purpose"),
                Arguments.of("wrong kind", with("\"workforce\"", "\"wizard\""), 400, "/actor/kind"),
                Arguments.of("U+0000", with("Name of", "Name\\u0000of"), 400, "/clients/0/name"),
                Arguments.of("lone surrogate", with("Name of", "Name \\ud83d of"), 400, "/clients/0/name"),
                Arguments.of("key of 3 kB", with("\"chart-of-", "\"" + "x".repeat(3_000)), 400, "/record/id"),
                Arguments.of(
                        "id of 3 kB", with("\"eventId\":\"", "\"eventId\":\"" + "x".repeat(3_000)), 400, "/eventId"),
                Arguments.of(
                        "field name of 3 kB",
                        with("\"purpose\"", "\"" + "x".repeat(3_000) + "\":1,\"purpose\""),
                        400,
                        ""),
                Arguments.of("year 300000", with("2026-01-05T", "300000-01-05T"), 400, "/occurredAt"),
                Arguments.of("year 1600", with("2026-01-05T", "1600-01-05T"), 400, "/occurredAt"),
                Arguments.of("no such day", with("2026-01-05T", "2026-02-30T"), 400, "/occurredAt"),
                Arguments.of(
                        "an hour ahead",
                        with(
                                "2026-01-05T09:00:00Z",
                                Instant.now().plusSeconds(3_600).toString()),
                        400,
                        "/occurredAt"),
                Arguments.of("oversize", with("Name of", "x".repeat(70_000)), 413, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badReports")
    void isRefusedByNameWithoutQuotingAnything(String what, String body, int status, String pointer) {
        HttpResponse<String> response = publisher.event(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = Client.json(response.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").textValue()).startsWith("urn:seenby:problem:");
        assertThat(problem.get("title").textValue()).isNotEmpty();
        if (pointer != null) {
            assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo(pointer);
            assertThat(problem.at("/errors/0/message").textValue()).isNotEmpty();
        }
        assertThat(response.body()).doesNotContain(SECRET).doesNotContain("Nurse");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badReports")
    void isRefusedInABatchAndItsNeighboursAreRecorded(String what, String body, int status, String pointer) {
        String batch = good() + "\n" + body.replace("\n", " ") + "\n" + good();
        List<JsonNode> results = publisher.lines(batch);
        assertThat(results.get(0).get("status").textValue()).isEqualTo("recorded");
        assertThat(results.get(results.size() - 1).get("status").textValue()).isEqualTo("recorded");
        if (!body.isEmpty()) {
            assertThat(results.get(1).at("/problem/status").intValue()).isEqualTo(status);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] report = good().getBytes(StandardCharsets.UTF_8);
        body.write(report, 0, 200);
        body.write(0xC3);
        body.write(0x28);
        body.write(report, 200, report.length - 200);
        HttpResponse<String> response = publisher.event(body.toByteArray());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response.body()).at("/errors/0/message").textValue())
                .isEqualTo("is not UTF-8");
    }

    @Test
    void eventsFromLongAgoAreTaken() {
        assertThat(publisher.event(with("2026-01-05T", "1970-01-01T")).statusCode())
                .isEqualTo(201);
        String soon = Instant.now().plusSeconds(120).toString();
        assertThat(publisher.event(with("2026-01-05T09:00:00Z", soon)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void otherMediaTypesAndEncodingsAreNotRead() {
        assertThat(publisher.post("/v1/events", "text/plain", good()).statusCode())
                .isEqualTo(415);
        assertThat(publisher
                        .post("/v1/events", "application/json", good(), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void everyOtherErrorIsAProblemToo() {
        for (HttpResponse<String> response : List.of(
                publisher.get("/v1/events"),
                publisher.get("/v1/nothing"),
                publisher.get("/schemas/seenby.nothing.v1.json"),
                publisher.get("/v1/tenants"),
                publisher.post("/v1/tenants", "application/json", "{}"),
                publisher.post("/v1/questions", "application/json", "{}"),
                Client.withoutToken().post("/v1/questions", "application/json", "{}"))) {
            assertThat(response.statusCode()).isIn(401, 403, 404, 405);
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
            assertThat(Client.json(response.body()).get("type").textValue())
                    .as(response.uri() + " " + response.body())
                    .startsWith("urn:seenby:problem:");
        }
    }
}
