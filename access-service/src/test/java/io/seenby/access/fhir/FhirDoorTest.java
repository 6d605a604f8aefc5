package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.ReceiptCheck;
import io.seenby.access.Stack;
import io.seenby.core.ledger.BatchStatement;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The FHIR door as FHIR clients see it, on a real broker and database. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class FhirDoorTest {

    private static final String TENANT = "st-brigid";
    private static final String FHIR = "application/fhir+json";
    private static final Pattern RECORDED =
            Pattern.compile("recorded: eventId .+, partition (\\d+), offset (\\d+), leaf hash (.+)");

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    static List<String> auditEvents() {
        return Given.AUDIT_EVENTS;
    }

    static List<String> consents() {
        return Given.CONSENTS;
    }

    private static HttpResponse<String> post(String path, Object body, String... headers) {
        return Client.publisher(TENANT).post(path, FHIR + "; charset=UTF-8", body.toString(), headers);
    }

    private static JsonNode outcome(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(FHIR));
        JsonNode outcome = Client.json(response.body());
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        return outcome.at("/issue/0");
    }

    private static ObjectNode bundle(String type, JsonNode... resources) {
        ObjectNode bundle =
                Client.JSON.createObjectNode().put("resourceType", "Bundle").put("type", type);
        for (JsonNode resource : resources) {
            ObjectNode entry = bundle.withArray("entry").addObject();
            entry.set("resource", resource);
            entry.putObject("request")
                    .put("method", "POST")
                    .put("url", resource.path("resourceType").asText());
        }
        return bundle;
    }

    @ParameterizedTest
    @MethodSource("auditEvents")
    void recordsTheOfficialAuditEvents(String name) {
        JsonNode issue = outcome(post("/fhir/AuditEvent", Given.official(name)), 201);
        assertThat(issue.path("severity").asText()).isEqualTo("information");
        assertThat(issue.path("diagnostics").asText())
                .contains(Given.report(Given.official(name)).path("eventId").asText());
    }

    @ParameterizedTest
    @MethodSource("consents")
    void recordsTheOfficialConsentsThatCanBeJudged(String name) {
        outcome(post("/fhir/Consent", Given.official(name)), 201);
    }

    @Test
    void saysWhyAConsentCannotBeJudged() {
        HttpResponse<String> response = post("/fhir/Consent", Given.official(Given.EMERGENCY));
        JsonNode issue = outcome(response, 422);
        assertThat(issue.path("code").asText()).isEqualTo("not-supported");
        assertThat(issue.at("/expression/0").asText()).isEqualTo("Consent.provision.provision");
        assertThat(issue.path("diagnostics").asText()).contains("/provision/provision");
    }

    @Test
    void saysLittleToThoseWhoPreferLittle() {
        HttpResponse<String> response =
                post("/fhir/AuditEvent", Given.official("AuditEvent-example-login"), "Prefer", "return=minimal");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/fhir", "/fhir/", "/fhir/AuditEvent"})
    void answersEachEntryOfABatchForItself(String path) {
        ObjectNode broken = Given.official("AuditEvent-example-rest");
        broken.remove("recorded");
        ObjectNode bundle = bundle(
                "batch",
                Given.official("AuditEvent-example-disclosure"),
                broken,
                Given.official("Consent-consent-example-basic"));
        bundle.withArray("entry")
                .addObject()
                .putObject("request")
                .put("method", "DELETE")
                .put("url", "AuditEvent/1");
        HttpResponse<String> response = post(path, bundle);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Client.json(response.body());
        assertThat(answer.path("type").asText()).isEqualTo("batch-response");
        List<String> statuses = new ArrayList<>();
        answer.path("entry")
                .forEach(entry ->
                        statuses.add(entry.at("/response/status").asText().substring(0, 3)));
        assertThat(statuses).containsExactly("201", "400", "201", "405");
        assertThat(answer.at("/entry/1/response/outcome/issue/0/expression/0").asText())
                .isEqualTo("AuditEvent.recorded");
    }

    @Test
    void refusesNoEntryBecauseItsNeighbourIsNoJsonThatWeRead() {
        String good = Given.official("AuditEvent-example-login").toString();
        String twice = "{\"resource\":{\"resourceType\":\"AuditEvent\",\"id\":\"a\"},\"fullUrl\":\"\\u0000\"}";
        HttpResponse<String> response = post(
                "/fhir",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + twice + ",7,{\"resource\":" + good
                        + "}]}");
        JsonNode entries = Client.json(response.body()).path("entry");
        assertThat(entries.at("/0/response/status").asText()).startsWith("400");
        assertThat(entries.at("/1/response/status").asText()).startsWith("400");
        assertThat(entries.at("/2/response/status").asText()).isEqualTo("201 Created");
    }

    @Test
    void answersAnEmptyBatchWithAnEmptyResponse() {
        HttpResponse<String> response = post("/fhir", bundle("batch"));
        assertThat(Client.json(response.body()))
                .isEqualTo(Client.json("{\"resourceType\":\"Bundle\",\"type\":\"batch-response\"}"));
    }

    @ParameterizedTest
    @CsvSource({"transaction, 422", "collection, 422", "'', 400"})
    void refusesABundleThatIsNoBatch(String type, int status) {
        ObjectNode bundle = bundle(type, Given.official("AuditEvent-example-login"));
        assertThat(outcome(post("/fhir", bundle), status).at("/expression/0").asText())
                .isEqualTo("Bundle.type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/fhir/AuditEvent | {\"resourceType\":\"Patient\"}    | 400",
                "/fhir/AuditEvent | {\"resourceType\":\"Consent\"}    | 400",
                "/fhir/Consent    | {\"resourceType\":\"AuditEvent\"} | 400",
                "/fhir            | {\"resourceType\":\"AuditEvent\"} | 400",
                "/fhir/AuditEvent | {\"resourceType\":                | 400",
                "/fhir/AuditEvent | {\"a\":1,\"a\":2}                 | 400",
                "/fhir/AuditEvent | []                                | 400",
                "/fhir/AuditEvent | `1`                               | 400",
                "/fhir/AuditEvent | {\"resourceType\":\"AuditEvent\",\"outcomeDesc\":\"\\u0000\"} | 400",
            })
    void refusesWhatIsNoResourceOfThisDoor(String path, String body, int status) {
        outcome(post(path, body), status);
    }

    @Test
    void refusesXml() {
        HttpResponse<String> response = Client.publisher(TENANT)
                .post("/fhir/AuditEvent", "application/fhir+xml", "<AuditEvent xmlns=\"http://hl7.org/fhir\"/>");
        assertThat(outcome(response, 415).path("diagnostics").asText()).contains(FHIR);
    }

    @Test
    void refusesWhatIsTooLongForTheLedgerOrForOneRequest() {
        ObjectNode long_ = Given.official("AuditEvent-example-rest").put("outcomeDesc", "x".repeat(61_000));
        assertThat(outcome(post("/fhir/AuditEvent", long_), 413).path("code").asText())
                .isEqualTo("too-long");
        String huge =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"x\":\"" + "x".repeat(FhirGate.MOST_BYTES) + "\"}";
        outcome(post("/fhir", huge), 413);
    }

    @Test
    void asksForTheLengthOfABodyThatMayHaveAny() {
        HttpResponse<String> response = Client.send(Client.publisher(TENANT)
                .request("/fhir/AuditEvent", FHIR)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100])))
                .build());
        outcome(response, 411);
    }

    @Test
    void speaksOfProblemsToThoseWhoAskForThem() {
        HttpResponse<String> response = Client.publisher(TENANT)
                .post(
                        "/fhir/AuditEvent",
                        "application/json",
                        "{\"resourceType\":\"AuditEvent\"}",
                        "Accept",
                        "application/problem+json");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Client.json(response.body()).at("/errors/0/pointer").asText())
                .isEqualTo("/type");
    }

    @Test
    void takesNothingFromThoseWhoAreNoPublisherOfATenant() {
        String body = Given.official("AuditEvent-example-login").toString();
        assertThat(Client.withoutToken().post("/fhir/AuditEvent", FHIR, body).statusCode())
                .isEqualTo(401);
        assertThat(Client.with(Map.of("role", "auditor", "tenant", TENANT, "sub", "a"))
                        .post("/fhir/AuditEvent", FHIR, body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Client.with(Map.of("role", "publisher", "sub", "ehr"))
                        .post("/fhir/AuditEvent", FHIR, body)
                        .statusCode())
                .isEqualTo(403);
        outcome(Client.publisher("no-such-tenant").post("/fhir/AuditEvent", FHIR, body), 403);
    }

    @Test
    void tellsAStrangerWhatItCanDo() {
        JsonNode statement =
                Client.json(Client.withoutToken().get("/fhir/metadata").body());
        assertThat(statement.path("resourceType").asText()).isEqualTo("CapabilityStatement");
        assertThat(statement.path("fhirVersion").asText()).isEqualTo("4.0.1");
    }

    private static String receipt(HttpResponse<String> response) {
        String header = response.headers().firstValue("SeenBy-Receipt").orElseThrow();
        return new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
    }

    @Test
    void singleResourcesReceiptStandsInAHeader() {
        HttpResponse<String> response =
                post("/fhir/AuditEvent", Given.official("AuditEvent-example-login"), "Prefer", "return=minimal");
        String statement = ReceiptCheck.withThePublishedKey().statement(receipt(response));
        assertThat(Statement.parse(statement).tenant()).isEqualTo(TENANT);
        assertThat(post("/fhir/AuditEvent", "{}").headers().firstValue("SeenBy-Receipt"))
                .isEmpty();
    }

    @Test
    void receiptOverABatchIsRecomputedFromItsOutcomes() {
        ObjectNode broken = Given.official("AuditEvent-example-rest");
        broken.remove("recorded");
        HttpResponse<String> response = post(
                "/fhir",
                bundle(
                        "batch",
                        Given.official("AuditEvent-example-disclosure"),
                        broken,
                        Given.official("AuditEvent-example-login")));
        TreeHasher hasher = new TreeHasher();
        GrowingTree tree = GrowingTree.empty();
        for (JsonNode entry : Client.json(response.body()).path("entry")) {
            Matcher said = RECORDED.matcher(
                    entry.at("/response/outcome/issue/0/diagnostics").asText());
            if (said.matches()) {
                Statement statement = new Statement(
                        TENANT,
                        Integer.parseInt(said.group(1)),
                        Long.parseLong(said.group(2)),
                        Hash.ofBase64(said.group(3)),
                        Instant.parse(entry.at("/response/lastModified").asText()));
                tree.append(hasher.leaf(statement.bytes()));
            }
        }
        String statement = ReceiptCheck.withThePublishedKey().statement(receipt(response));
        assertThat(BatchStatement.parse(statement)).isEqualTo(new BatchStatement(TENANT, 2, tree.root()));
    }
}
