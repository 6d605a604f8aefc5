package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class AlertWorkTest {

    private static final String TENANT = "alert-work";
    private static final String ALERT = "Kq3xZ0aVbW9-_sT7uYpL1g";

    private final Client service = Client.with(Map.of("role", "service", "sub", "audit-projector"));

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private static ObjectNode act(String what) {
        return ((ObjectNode) Client.json(
                        "{\"tenant\":\"alert-work\",\"actor\":{\"id\":\"officer-01\",\"kind\":\"workforce\"}}"))
                .put("alert", ALERT)
                .put("type", "seenby.alert-" + what + ".v1");
    }

    private HttpResponse<String> say(ObjectNode act) {
        return service.post("/v1/alert-work", "application/json", act.toString());
    }

    /** The entry that the answer points at. */
    private LedgerEntry recorded(ObjectNode act) {
        HttpResponse<String> response = say(act);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode answer = Client.json(response.body());
        LedgerEntry entry = LedgerReader.records(TENANT).stream()
                .filter(record -> record.offset() == answer.get("offset").longValue())
                .map(LedgerReader::entry)
                .findFirst()
                .orElseThrow();
        assertThat(entry.eventId().value()).isEqualTo(answer.get("eventId").textValue());
        assertThat(entry.publisher().value()).isEqualTo(answer.get("publisher").textValue());
        assertThat(entry.recordedAt())
                .isEqualTo(Instant.parse(answer.get("recordedAt").textValue()));
        return entry;
    }

    @Test
    void eachActIsAnEntryWhenItIsAnswered() {
        AlertId alert = new AlertId(ALERT);
        assertThat(recorded(act("acknowledged")).event()).isEqualTo(new LedgerEvent.AlertAcknowledged(alert));
        ObjectNode given = act("assigned");
        given.putObject("assignee").put("id", "officer-02").put("kind", "workforce");
        assertThat(((LedgerEvent.AlertAssigned) recorded(given).event())
                        .assignee()
                        .ref())
                .isEqualTo(recorded(actedBy("officer-02")).actor().ref());
        assertThat(recorded(act("suppressed")
                                .put("until", "2027-01-01T00:00:00Z")
                                .put("reason", "a reason that is sealed"))
                        .event())
                .isEqualTo(new LedgerEvent.AlertSuppressed(alert, Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(recorded(act("judged").put("judgement", "violation").put("note", "a note that is sealed"))
                        .event())
                .isEqualTo(new LedgerEvent.AlertJudged(alert, AlertJudgement.VIOLATION));
        assertThat(LedgerReader.records(TENANT))
                .noneMatch(record -> new String(record.value()).contains("that is sealed"));
    }

    private static ObjectNode actedBy(String id) {
        ObjectNode act = act("acknowledged");
        act.putObject("actor").put("id", id).put("kind", "workforce");
        return act;
    }

    @Test
    void nobodyWorksOnAnAlertAboutThemselvesNorGetsIt() {
        String officer = recorded(actedBy("officer-01")).actor().ref().value();
        String other = recorded(actedBy("officer-02")).actor().ref().value();
        int before = LedgerReader.records(TENANT).size();

        HttpResponse<String> own =
                say(act("judged").put("judgement", "appropriate").put("about", officer));
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("urn:seenby:problem:own-alert");
        ObjectNode given = act("assigned").put("about", other);
        given.putObject("assignee").put("id", "officer-02").put("kind", "workforce");
        assertThat(say(given).statusCode()).isEqualTo(409);
        assertThat(LedgerReader.records(TENANT)).hasSize(before);

        assertThat(say(act("judged").put("judgement", "appropriate").put("about", other))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "judged, judgement, guilty, /judgement",
        "judged, judgement, , /judgement",
        "judged, about, x, /about",
        "acknowledged, until, 2027-01-01T00:00:00Z, /until",
        "acknowledged, alert, x, /alert",
        "acknowledged, occurredAt, 2020-01-01T00:00:00Z, /occurredAt",
        "acknowledged, eventId, e-1, /eventId",
        "forgotten, alert, Kq3xZ0aVbW9-_sT7uYpL1g, /type",
        "suppressed, until, 2027-01-01T00:00:00Z, /reason"
    })
    void whatHasNotItsShapeIsRefusedByPlace(String what, String field, String value, String pointer) {
        HttpResponse<String> response = say(act(what).put(field, value));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"" + pointer + "\"");
    }

    @Test
    void onlyTheServiceSaysItAndOnlyOfTenantsThatAreOpen() {
        String act = act("acknowledged").toString();

        assertThat(Client.publisher(TENANT)
                        .post("/v1/alert-work", "application/json", act)
                        .statusCode())
                .isEqualTo(403);
        assertThat(say(act("acknowledged").put("tenant", "never-opened")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALERT_ACKNOWLEDGED", "ALERT_ASSIGNED", "ALERT_SUPPRESSED", "ALERT_JUDGED"})
    void noPublisherReportsIt(EventType type) {
        String event = "{\"type\":\"" + type.wire() + "\",\"eventId\":\"e-1\"}";

        HttpResponse<String> reported = Client.publisher(TENANT).event(event);
        assertThat(reported.statusCode()).isEqualTo(400);
        assertThat(reported.body()).contains("\"/type\"", "only SeenBy itself records");
        HttpResponse<String> registered = Client.administrator(TENANT)
                .post(
                        "/v1/publishers",
                        "application/json",
                        Client.registration("other", java.util.List.of(type.wire()), 1, 1));
        assertThat(registered.statusCode()).isEqualTo(400);
    }
}
