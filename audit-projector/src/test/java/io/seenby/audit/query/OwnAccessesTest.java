package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.seenby.events.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients about themselves: what they are told, whom they are not told of, and that it is recorded first. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class OwnAccessesTest {

    private static final String PATH = "/v1/me/accesses";

    /** What the door calls them. */
    private static final String ME = ViewsStory.ref("door", "client-me".hashCode());

    private static final String SOMEBODY_ELSE = ViewsStory.ref("door", "client-else".hashCode());

    private final ViewsStory story = new ViewsStory();

    @BeforeEach
    void lookedAt() {
        AuditStack.DOOR.reset();
        story.entry()
                .as("cardiology", "nurse")
                .because(Optional.of("treatment"))
                .about(List.of(SOMEBODY_ELSE, ME))
                .withText()
                .add();
        story.entry().about(List.of(SOMEBODY_ELSE)).add();
        story.entry().type(EventType.INFORMATION_DISCLOSED).about(List.of(ME)).add();
        story.entry()
                .type(EventType.ACCESS_DENIED)
                .ending("failure")
                .about(List.of(ME))
                .add();
        story.tell();
    }

    @AfterEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    private RequestSpecification me() {
        return holder("client", Map.of("client", "client-me"));
    }

    private RequestSpecification holder(String role, Map<String, String> claims) {
        Map<String, String> wishes = new TreeMap<>(claims);
        wishes.putAll(Map.of("role", role, "tenant", story.name(), "sub", role + "-07"));
        return io.restassured.RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(Ask.token(wishes));
    }

    private JsonPath mine(String parameters) {
        return JsonPath.from(
                me().get(PATH + parameters).then().statusCode(200).extract().asString());
    }

    @Test
    void saysWhoByTheirStandingWhenWhatAndWhyNewestFirst() {
        assertThat(mine("").getList("accesses.sentence"))
                .containsExactly(
                        "On 2 March 2026 at 08:00 UTC somebody of the staff tried to open your chart and was refused,"
                                + " without a stated reason.",
                        "On 2 March 2026 at 08:00 UTC somebody of the staff passed on your chart to an organisation"
                                + " outside by fax, without a stated reason.",
                        "On 2 March 2026 at 08:00 UTC somebody of the cardiology department, as nurse, opened your"
                                + " chart, for treatment.");
        assertThat(mine("").getList("accesses.action")).containsExactly("denied", "disclose", "read");
        assertThat(mine("").getString("accesses[1].recipient")).isEqualTo("organisation");
        assertThat(mine("").getString("accesses[1].channel")).isEqualTo("fax");
    }

    @Test
    void namesNobody() {
        String answer = me().get(PATH).asString();
        assertThat(answer)
                .contains("sentence")
                .doesNotContain(ViewsStory.ref("actor", 1), ME, SOMEBODY_ELSE)
                .doesNotContain(ViewsStory.ref("recipient", 1), ViewsStory.ref("record", 1), "c2VjcmV0", "ehr");
    }

    @Test
    void pagesWithoutGapOrRepetition() {
        List<String> ids = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonPath page = mine("?limit=2" + after);
            ids.addAll(page.getList("accesses.id"));
            String next = page.getString("next");
            after = next == null ? "" : "&after=" + next;
            pages++;
        } while (!after.isEmpty());
        assertThat(ids).containsExactly("3", "2", "0");
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void whoeverIsNobodysClientSeesNothingAndThatIsRecordedToo() {
        Response answer = holder("client", Map.of("client", "client-unknown")).get(PATH);
        assertThat(answer.jsonPath().getList("accesses")).isEmpty();
        assertThat(AuditStack.DOOR.told(story.name()).getLast().clients()).isEmpty();
    }

    @Test
    void bothQuestionsAreRecordedAsTheClients() {
        mine("?limit=2");
        assertThat(AuditStack.DOOR.told(story.name()))
                .extracting(DoorProcess.Told::question)
                .containsExactly("client-lookup", "own-accesses");
        assertThat(AuditStack.DOOR.told(story.name())).allSatisfy(told -> {
            assertThat(told.report().at("/actor/id").asText()).isEqualTo("client-07");
            assertThat(told.report().at("/actor/kind").asText()).isEqualTo("client");
            assertThat(told.report().at("/actor/role").asText()).isEqualTo("client");
            assertThat(told.report().path("purpose").asText()).isEqualTo("client-request");
            assertThat(told.report().path("asked").asText()).doesNotContain("client-me");
        });
        var asked = AuditStack.DOOR.told(story.name()).getLast();
        assertThat(asked.clients()).containsExactly(ME);
        assertThat(asked.report().path("count").asInt()).isEqualTo(2);
        assertThat(asked.report().path("digest").asText()).isEqualTo(Answer.digest(List.of("3", "2")));
    }

    @Test
    void nothingLeavesBeforeItIsRecorded() throws Exception {
        CountDownLatch gate = AuditStack.DOOR.hold();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> me().get(PATH));
        assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        gate.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        AuditStack.DOOR.refuseWith(503);
        Response withheld = me().get(PATH);
        assertThat(withheld.statusCode()).isEqualTo(503);
        assertThat(withheld.asString()).doesNotContain("sentence");
    }

    @Test
    void nobodyElseIsLetInAndNoClientWithoutAnId() {
        Map<String, String> claim = Map.of("client", "client-me");
        for (String role : List.of(
                "publisher",
                "auditor",
                "investigator",
                "privacy-officer",
                "administrator",
                "erasure-approver",
                "service")) {
            assertThat(holder(role, claim).get(PATH).statusCode()).as(role).isEqualTo(403);
        }
        for (String id : List.of("", "x".repeat(257))) {
            Map<String, String> none = id.isEmpty() ? Map.of() : Map.of("client", id);
            Response refused = holder("client", none).get(PATH);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.contentType()).contains("application/problem+json");
        }
        assertThat(AuditStack.DOOR.told(story.name())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?after=x", "?client=client-else", "?limit=1&limit=2"})
    void whatCannotBeAskedIsRefusedAndNotRecorded(String parameters) {
        assertThat(me().get(PATH + parameters).statusCode()).isEqualTo(400);
        assertThat(AuditStack.DOOR.told(story.name())).isEmpty();
    }
}
