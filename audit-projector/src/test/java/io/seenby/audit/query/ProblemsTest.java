package io.seenby.audit.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is problem+json, names what is wrong, and quotes nothing. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class ProblemsTest {

    private final ViewsStory story = new ViewsStory();

    @BeforeEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    private static void problem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.asString()).contains("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.asString())
                .doesNotContain("Exception")
                .doesNotContain("at io.")
                .doesNotContain("org.");
    }

    @ParameterizedTest
    @CsvSource({
        "client, abc",
        "client, aaaaaaaaaaaaaaaaaaaaa%00",
        "actor, ''",
        "record, ../../../../etc/passwd",
        "action, READ",
        "purpose, routine-review",
        "outcome, maybe",
        "label, a%20b",
        "from, yesterday",
        "from, 2026-02-30T00:00:00Z",
        "from, 2026-02-03T00:00:00+02:00",
        "to, 300000-01-01T00:00:00Z",
        "limit, 0",
        "limit, 201",
        "limit, -1",
        "limit, 1e2",
        "limit, 99999999999999999999",
        "after, eHl6",
        "colour, red",
        "Client, abc"
    })
    void anUnreadableParameterIsNamed(String name, String value) {
        Response answer = Ask.auditor(story).get("/v1/trail?" + name + "=" + value);
        problem(answer, 400);
        answer.then().body("errors[0].name", equalTo(name)).body("detail", containsString(name));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        String ref = ViewsStory.ref("client", 1);
        Response answer = Ask.auditor(story).get("/v1/trail?client=" + ref + "&client=" + ref);
        problem(answer, 400);
        answer.then().body("errors[0].message", equalTo("must be given once"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/trail/-1",
                "/v1/trail/0?unseal=yes",
                "/v1/trail/0?limit=1",
                "/v1/trail/9999999999999999999",
                "/v1/trail/9007199254740992",
                "/v1/trail/9007199254740992/proof",
                "/v1/clients/short/disclosures",
                "/v1/clients/aaaaaaaaaaaaaaaaaaaaaa/disclosures?client=x",
                "/v1/alerts?severity=low",
                "/v1/alerts?status=closed",
                "/v1/alerts?work=done",
                "/v1/alerts?order=oldest",
                "/v1/rules?rule=vip",
                "/v1/alerts?rule=a%20b",
                "/v1/alerts/x",
                "/v1/findings?status=new",
                "/v1/findings?rule=vip",
                "/v1/alerts/stream?lastEventId=x",
                "/v1/alerts/stream?lastEventId=-1",
                "/v1/alerts/stream?from=1"
            })
    void malformedQuestionsAreRefused(String path) {
        problem(Ask.auditor(story).get(path), 400);
    }

    @Test
    void cursorsAreBoundToTheirQuestionAndFilter() {
        for (int i = 0; i < 5; i++) {
            story.entry().add();
        }
        story.tell();
        String next = Ask.auditor(story).get("/v1/trail?limit=2").jsonPath().getString("next");

        Ask.auditor(story).get("/v1/trail?limit=3&after=" + next).then().statusCode(200);
        problem(Ask.auditor(story).get("/v1/trail?action=read&after=" + next), 400);
        problem(Ask.auditor(story).get("/v1/findings?after=" + next), 400);
        problem(Ask.auditor(story).get("/v1/alerts?after=" + next), 400);
    }

    @Test
    void anUnknownPurposeIsRefused() {
        for (String purpose : List.of("because", "TREATMENT", "")) {
            problem(Ask.auditor(story).header("SeenBy-Purpose", purpose).get("/v1/trail"), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"x\"",
                "{\"clientId\":1}",
                "{\"clientId\":\"\"}",
                "{\"clientId\":\"a\",\"clientId\":\"b\"}",
                "{\"clientId\":\"a\",\"tenant\":\"other\"}",
                "{\"clientId\":\"\\u0000\"}",
                "{\"clientId\":\"\\ud800\"}",
                "{\"actorId\":\"a\"}"
            })
    void unreadableLookUpsAreRefused(String body) {
        problem(Ask.auditor(story).contentType("application/json").body(body).post("/v1/clients/lookup"), 400);
    }

    @Test
    void aLookUpThatIsTooLongIsRefusedBeforeItIsRead() {
        String body = "{\"clientId\":\"" + "x".repeat(70_000) + "\"}";
        problem(Ask.auditor(story).contentType("application/json").body(body).post("/v1/clients/lookup"), 413);
    }

    @Test
    void whoeverHasNoTokenOrABadOneIsToldSo() {
        problem(given().get("/v1/trail"), 401);
        problem(given().get("/v1/trail?colour=red"), 401);
        problem(given().auth().oauth2("nonsense").get("/v1/trail"), 401);
        problem(given().auth().oauth2("nonsense").get("/v1/alerts/stream"), 401);
        Map<String, String> wishes = Map.of("role", "auditor", "tenant", story.name());
        problem(
                given().auth()
                        .oauth2(Ask.token(with(wishes, "aud", "elsewhere")))
                        .get("/v1/trail"),
                401);
        problem(
                given().auth()
                        .oauth2(Ask.token(with(wishes, "expires_in", "-600")))
                        .get("/v1/trail"),
                401);
        assertThat(given().get("/v1/trail").header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static Map<String, String> with(Map<String, String> wishes, String name, String value) {
        Map<String, String> more = new java.util.TreeMap<>(wishes);
        more.put(name, value);
        return more;
    }

    @Test
    void aTokenWithoutATenantReadsNothing() {
        problem(given().auth().oauth2(Ask.token(Map.of("role", "auditor"))).get("/v1/trail"), 403);
        problem(
                given().auth()
                        .oauth2(Ask.token(Map.of("role", "auditor", "tenant", "Bad;Tenant")))
                        .get("/v1/trail"),
                403);
    }

    @Test
    void aTenantThatIsNotIntegratedYetIsToldToComeAgain() {
        Response answer = Ask.as("auditor", "not-yet-opened").get("/v1/trail");
        problem(answer, 503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(AuditStack.DOOR.told("not-yet-opened")).isEmpty();
    }

    @Test
    void wrongPathsMethodsAndFormatsAreProblems() {
        problem(Ask.auditor(story).get("/v1/nothing"), 404);
        problem(Ask.auditor(story).post("/v1/trail"), 405);
        problem(Ask.auditor(story).delete("/v1/alerts"), 405);
        problem(Ask.auditor(story).accept("application/xml").get("/v1/trail"), 406);
        problem(Ask.auditor(story).contentType("text/plain").body("x").post("/v1/clients/lookup"), 415);
    }

    @Test
    void aBugIsAProblemWithoutItsInsides() {
        story.entry().add();
        story.tell();
        ViewsStory.run(
                "insert into entries_all select tenant, 1, 1, recorded_at, occurred_at, publisher, event_id, type, actor,"
                        + " actor_kind, record, record_type, labels, action, outcome, purpose, late, 'no entry'"
                        + " from entries where tenant = ?",
                story.name());
        problem(Ask.auditor(story).get("/v1/trail"), 500);
    }

    @Test
    void noAnswerMayBeStored() {
        assertThat(Ask.auditor(story).get("/v1/trail").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theApiDescribesItself() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/v1/alerts/stream"))
                .body("paths", hasKey("/v1/clients/lookup"))
                .body("paths.'/v1/trail'.get.parameters.name", hasItems("client", "SeenBy-Purpose"))
                .body("paths.'/v1/trail'.get.responses", hasKey("503"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void theNumbersHaveTheirNames() {
        Ask.auditor(story).get("/v1/trail").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains("seenby_query_seconds_count{question=\"trail\"")
                .contains("seenby_answers_refused_total{reason=\"not_recorded\"")
                .contains("seenby_stream_subscribers")
                .contains("seenby_publish_to_alert_seconds_count")
                .doesNotContain(story.name());
    }
}
