package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.seenby.audit.query.DoorProcess.Told;
import io.seenby.events.BreachAlert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody does with an alert: recorded before it is answered, by whoever may and by nobody else. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class AlertWorkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOMORROW =
            Instant.now().plus(Duration.ofDays(1)).toString();
    private static final Map<String, String> ACTS = Map.of(
            "acknowledgement", "{}",
            "assignment", "{\"assignee\":{\"id\":\"officer-02\",\"kind\":\"workforce\"}}",
            "suppression", "{\"until\":\"" + TOMORROW + "\",\"reason\":\"the rota is being mended\"}",
            "judgement", "{\"judgement\":\"violation\",\"note\":\"a neighbour\"}");

    private final ViewsStory story = new ViewsStory();
    private String alert;

    @BeforeEach
    void anAlert() {
        AuditStack.DOOR.reset();
        alert = story.raise("vip", Severity.HIGH, List.of(ViewsStory.ref("client", 1)))
                .alertId();
    }

    @AfterEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    private Response act(String role, String tenant, String of, String act, String body) {
        return Ask.as(role, tenant).contentType("application/json").body(body).post("/v1/alerts/" + of + "/" + act);
    }

    private Response officer(String act, String body) {
        return act("privacy-officer", story.name(), alert, act, body);
    }

    private List<Told> told() {
        return AuditStack.DOOR.told(story.name());
    }

    @Test
    void theAnswerSaysWhichEntryItIs() throws Exception {
        officer("judgement", ACTS.get("judgement"))
                .then()
                .statusCode(201)
                .body("publisher", equalTo("audit-projector"))
                .body("eventId", startsWith("work-"))
                .body("recordedAt", equalTo("2026-03-01T00:00:00Z"))
                .body("partition", equalTo(0))
                .body("offset", equalTo(1));

        JsonNode expected = JSON.readTree("""
                {"tenant":"%s","alert":"%s","about":"%s","type":"seenby.alert-judged.v1",
                 "actor":{"id":"privacy-officer-07","kind":"workforce","role":"privacy-officer"},
                 "judgement":"violation","note":"a neighbour"}
                """.formatted(story.name(), alert, ViewsStory.ref("actor", 1)));
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).report()).isEqualTo(expected);
        assertThat(told().get(0).bearer()).startsWith("Bearer ");
    }

    @Test
    void eachActIsSaidWithItsOwnFields() throws Exception {
        officer("acknowledgement", "").then().statusCode(201);
        officer("assignment", ACTS.get("assignment")).then().statusCode(201);
        officer("suppression", ACTS.get("suppression")).then().statusCode(201);

        assertThat(told())
                .extracting(each -> each.report().get("type").asText())
                .containsExactly(
                        "seenby.alert-acknowledged.v1", "seenby.alert-assigned.v1", "seenby.alert-suppressed.v1");
        assertThat(told().get(1).report().get("assignee"))
                .isEqualTo(JSON.readTree("{\"id\":\"officer-02\",\"kind\":\"workforce\"}"));
        assertThat(told().get(2).report().get("until").asText()).isEqualTo(TOMORROW);
        assertThat(told().get(2).report().get("reason").asText()).isEqualTo("the rota is being mended");
    }

    @Test
    void itIsAnsweredOnlyWhenItIsRecorded() throws Exception {
        for (Map.Entry<String, String> act : ACTS.entrySet()) {
            int before = told().size();
            CountDownLatch gate = AuditStack.DOOR.hold();
            CompletableFuture<Response> answer =
                    CompletableFuture.supplyAsync(() -> officer(act.getKey(), act.getValue()));
            while (told().size() == before) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            gate.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        for (int status : List.of(503, 500, 429, 401, 403)) {
            AuditStack.DOOR.refuseWith(status);
            ACTS.forEach((act, body) -> officer(act, body)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType(containsString("application/problem+json")));
        }
    }

    @Test
    void nobodyWorksOnAnAlertAboutThemselves() {
        AuditStack.DOOR.refuseWith(409);
        ACTS.forEach((act, body) -> officer(act, body)
                .then()
                .statusCode(403)
                .contentType(containsString("application/problem+json"))
                .body("detail", containsString("about themselves")));
    }

    @Test
    void onlyInvestigatorsAndPrivacyOfficersDo() {
        Set<String> workers = Set.of("investigator", "privacy-officer");
        for (String role : RolesTest.ALL) {
            ACTS.forEach((act, body) -> assertThat(
                            act(role, story.name(), alert, act, body).statusCode())
                    .as(act + " by " + role)
                    .isEqualTo(workers.contains(role) ? 201 : 403));
        }
        assertThat(told()).hasSize(workers.size() * ACTS.size());
    }

    @Test
    void anAlertOfAnotherTenantIsNoneAndThatSomebodyTriedIsRecorded() {
        ViewsStory other = new ViewsStory();
        String nobodys = ViewsStory.ref("nobody", 1);
        ACTS.forEach((act, body) -> {
            Response theirs = act("investigator", other.name(), alert, act, body);
            Response nothing = act("investigator", other.name(), nobodys, act, body);
            assertThat(theirs.statusCode()).isEqualTo(404);
            assertThat(theirs.asString().replace(alert, nobodys)).isEqualTo(nothing.asString());
        });
        assertThat(told()).isEmpty();
        assertThat(AuditStack.DOOR.told(other.name()))
                .hasSize(2 * ACTS.size())
                .allSatisfy(each -> assertThat(each.question()).isEqualTo("alerts"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "judgement | {} | /judgement",
                "judgement | {\"judgement\":\"guilty\"} | /judgement",
                "judgement | {\"judgement\":\"violation\",\"notes\":\"x\"} | /notes",
                "judgement | {\"judgement\":\"violation\",\"note\":\"\"} | /note",
                "judgement | [] | body",
                "judgement | { | body",
                "assignment | {\"assignee\":{\"id\":\"x\"}} | /assignee/kind",
                "assignment | {\"assignee\":\"x\"} | /assignee",
                "suppression | {\"until\":\"2027-01-01\",\"reason\":\"x\"} | /until",
                "suppression | {\"until\":\"2020-01-01T00:00:00Z\",\"reason\":\"x\"} | /until",
                "suppression | {\"until\":\"2199-01-01T00:00:00Z\",\"reason\":\"x\"} | /until",
                "suppression | {\"until\":\"2027-01-01T00:00:00Z\"} | /reason",
                "acknowledgement | {\"note\":\"x\"} | /note"
            })
    void whatHasNotItsShapeIsRefusedByPlace(String act, String body, String place) {
        officer(act, body)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("errors[0].name", equalTo(place));
        assertThat(told()).isEmpty();
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        act("investigator", story.name(), "x", "judgement", ACTS.get("judgement"))
                .then()
                .statusCode(400);
        Ask.as("investigator", story.name())
                .get("/v1/alerts/" + alert + "/judgement")
                .then()
                .statusCode(405);
    }
}
