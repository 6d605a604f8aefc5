package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.seenby.audit.query.DoorProcess.Told;
import io.seenby.events.BreachAlert.Severity;
import io.seenby.events.EventType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law 12: question, prepared answer, record in the ledger, and only then the answer. No record, no answer. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class RecordedBeforeAnswerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ViewsStory story = new ViewsStory();
    private final String client = ViewsStory.ref("client", 1);

    @BeforeEach
    void something() {
        AuditStack.DOOR.reset();
        story.entry().type(EventType.INFORMATION_DISCLOSED).withText().add();
        story.entry().about(List.of(client, ViewsStory.ref("client", 2))).add();
        story.tell().finding(0, "vip", "open", ViewsStory.ref("actor", 1), client);
        story.raise("vip", Severity.HIGH, List.of(client));
    }

    @AfterEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    private Told told() {
        return AuditStack.DOOR.told(story.name()).getLast();
    }

    private static String digest(String lines) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAnswerLeavesOnlyAfterItsQuestionIsRecorded() throws Exception {
        for (var question : Endpoints.about(story).entrySet()) {
            int before = AuditStack.DOOR.told(story.name()).size();
            CountDownLatch gate = AuditStack.DOOR.hold();
            CompletableFuture<Response> answer =
                    CompletableFuture.supplyAsync(() -> question.getValue().apply(Ask.auditor(story)));
            while (AuditStack.DOOR.told(story.name()).size() == before) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS))
                    .as(question.getKey())
                    .isInstanceOf(TimeoutException.class);
            gate.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode())
                    .as(question.getKey())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutARecordThereIsNoAnswer() {
        for (int status : List.of(503, 500, 429, 401, 403)) {
            AuditStack.DOOR.refuseWith(status);
            Endpoints.about(story).forEach((question, ask) -> withheld(question, ask.apply(Ask.auditor(story))));
        }
    }

    @Test
    void whileAccessServiceIsDownThereIsNoAnswerAndAfterwardsThereIs() {
        AuditStack.DOOR.stop();
        try {
            Endpoints.about(story).forEach((question, ask) -> withheld(question, ask.apply(Ask.auditor(story))));
            Ask.auditor(story)
                    .get("/v1/alerts/stream?lastEventId=0")
                    .then()
                    .statusCode(503)
                    .contentType(containsString("application/problem+json"));
        } finally {
            AuditStack.DOOR.start();
        }
        Ask.auditor(story).get("/v1/trail").then().statusCode(200);
    }

    /** Nothing of what the story told is in a refusal. */
    private void withheld(String question, Response refusal) {
        assertThat(refusal.statusCode()).as(question).isEqualTo(503);
        assertThat(refusal.contentType()).as(question).contains("application/problem+json");
        assertThat(refusal.header("Retry-After")).as(question).isEqualTo("1");
        assertThat(refusal.asString().replaceAll("\"instance\":\"[^\"]*\"", ""))
                .as(question)
                .doesNotContain(client)
                .doesNotContain("position")
                .doesNotContain("Exception");
    }

    @Test
    void theRecordSaysWhoAskedWhatWhyAndWhatWasShown() throws Exception {
        Ask.as("investigator", story.name())
                .header("SeenBy-Purpose", "client-request")
                .get("/v1/trail?client=" + client + "&limit=7")
                .then()
                .statusCode(200);

        JsonNode report = told().report();
        assertThat(report.get("tenant").asText()).isEqualTo(story.name());
        assertThat(report.get("actor"))
                .isEqualTo(
                        JSON.readTree("{\"id\":\"investigator-07\",\"kind\":\"workforce\",\"role\":\"investigator\"}"));
        assertThat(report.get("question").asText()).isEqualTo("client-trail");
        assertThat(report.get("purpose").asText()).isEqualTo("client-request");
        assertThat(report.get("asked").asText()).isEqualTo("{\"client\":\"" + client + "\",\"limit\":7}");
        assertThat(told().clients()).containsExactlyInAnyOrder(client, ViewsStory.ref("client", 2));
        assertThat(report.get("position").asLong()).isEqualTo(2);
        assertThat(report.get("count").asLong()).isEqualTo(2);
        assertThat(report.get("digest").asText()).isEqualTo(digest("1\n0"));
        assertThat(report.get("open")).isEmpty();
        assertThat(told().bearer()).startsWith("Bearer ey");
    }

    @Test
    void aQuestionWithoutPurposeIsRoutineReview() throws Exception {
        Ask.auditor(story).get("/v1/alerts?status=open").then().statusCode(200);

        assertThat(told().report().has("purpose")).isFalse();
        assertThat(told().report().get("asked").asText())
                .isEqualTo("{\"limit\":50,\"purpose\":\"routine-review\",\"status\":\"open\"}");
        assertThat(told().report().get("digest").asText())
                .isEqualTo(digest(story.alerts().get(0).alertId()));
    }

    @Test
    void everyQuestionIsRecordedAsWhatItIs() {
        var questions = Map.ofEntries(
                Map.entry("trail", "trail"),
                Map.entry("client trail", "client-trail"),
                Map.entry("trail with proofs", "trail"),
                Map.entry("entry", "entry"),
                Map.entry("proof", "entry"),
                Map.entry("disclosures", "disclosures"),
                Map.entry("findings", "findings"),
                Map.entry("publishers", "publishers"),
                Map.entry("ledger entries", "ledger-entries"),
                Map.entry("rules", "rules"),
                Map.entry("alerts", "alerts"),
                Map.entry("alert", "alerts"),
                Map.entry("client look-up", "client-lookup"),
                Map.entry("actor look-up", "other"),
                Map.entry("record look-up", "other"));
        Endpoints.about(story).forEach((question, ask) -> {
            ask.apply(Ask.auditor(story));
            assertThat(told().question()).as(question).isEqualTo(questions.get(question));
        });
        Ask.auditor(story).get("/v1/trail?actor=" + ViewsStory.ref("actor", 1));
        assertThat(told().question()).isEqualTo("actor-trail");
        Ask.auditor(story).get("/v1/trail?record=" + ViewsStory.ref("record", 1));
        assertThat(told().question()).isEqualTo("record-trail");
    }

    @Test
    void whatIsNotThereIsRecordedAndWhatIsMalformedIsNot() throws Exception {
        Ask.auditor(story).get("/v1/trail/999").then().statusCode(404);
        assertThat(told().report().get("count").asLong()).isZero();
        assertThat(told().report().get("digest").asText()).isEqualTo(digest(""));
        Ask.auditor(story)
                .get("/v1/trail?client=" + ViewsStory.ref("client", 99))
                .then()
                .statusCode(200);
        assertThat(told().report().get("count").asLong()).isZero();
        assertThat(told().clients()).isEmpty();

        int before = AuditStack.DOOR.told(story.name()).size();
        Ask.auditor(story).get("/v1/trail?client=x").then().statusCode(400);
        Ask.auditor(story).get("/v1/trail?after=x").then().statusCode(400);
        Ask.auditor(story).get("/v1/trail/x").then().statusCode(400);
        assertThat(AuditStack.DOOR.told(story.name())).hasSize(before);
    }

    @Test
    void alookUpSendsThePlainIdToTheDoorAndNowhereElse() {
        Ask.auditor(story)
                .contentType("application/json")
                .body("{\"clientId\":\"client-0012\"}")
                .post("/v1/clients/lookup")
                .then()
                .statusCode(200)
                .body("clientRef", notNullValue())
                .body("position", equalTo(2));

        assertThat(told().report().get("lookup").toString()).isEqualTo("{\"kind\":\"client\",\"id\":\"client-0012\"}");
        assertThat(told().report().get("asked").asText()).doesNotContain("client-0012");
    }

    @Test
    void unsealingNeedsAPurposeAndShowsTextOnlyAfterTheRecord() throws Exception {
        AuditStack.DOOR.seals(Map.of("/what", "the whole chart"));
        Ask.as("privacy-officer", story.name())
                .get("/v1/trail/0?unseal=true")
                .then()
                .statusCode(400)
                .body("detail", containsString("SeenBy-Purpose"));
        assertThat(AuditStack.DOOR.told(story.name())).isEmpty();

        CountDownLatch gate = AuditStack.DOOR.hold();
        var answer = CompletableFuture.supplyAsync(() -> Ask.as("privacy-officer", story.name())
                .header("SeenBy-Purpose", "compliance")
                .get("/v1/trail/0?unseal=true"));
        while (AuditStack.DOOR.told(story.name()).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        gate.countDown();
        answer.get(10, TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("unsealed.texts.'/what'", equalTo("the whole chart"))
                .body("entry.id", equalTo("0"))
                .body("fields.channel", equalTo("fax"))
                .body("sealed[0].subject", equalTo(client));

        assertThat(told().question()).isEqualTo("unsealed-entry");
        assertThat(told().report().get("open").get(0))
                .isEqualTo(JSON.readTree("{\"publisher\":\"ehr\",\"eventId\":\"e-0\",\"sealed\":[{\"subject\":\""
                        + client + "\",\"keyId\":\"1\",\"ciphertext\":\"c2VjcmV0\"}]}"));
    }

    @Test
    void withoutUnsealingNoCiphertextLeaves() {
        String body = Ask.auditor(story).get("/v1/trail/0").asString();
        assertThat(body).doesNotContain("c2VjcmV0").doesNotContain("unsealed").contains("\"keyId\":\"1\"");
        assertThat(told().report().get("open")).isEmpty();
    }

    @Test
    void aPageNeverShowsMoreClientsThanItsRecordNames() {
        ViewsStory crowded = new ViewsStory();
        for (int page = 0; page < 3; page++) {
            int first = page * 600;
            crowded.entry()
                    .type(EventType.INFORMATION_DISCLOSED)
                    .about(IntStream.range(first, first + 600)
                            .mapToObj(each -> ViewsStory.ref("client", each))
                            .toList())
                    .add();
        }
        crowded.tell();

        assertThat(Pages.walk(crowded, "/v1/trail?", "entries", new java.util.Random(1)))
                .containsExactly("2", "1", "0");
        assertThat(AuditStack.DOOR.told(crowded.name()))
                .allSatisfy(told -> assertThat(told.clients()).hasSize(600));
    }
}
