package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.local.ChildJvm;
import io.seenby.local.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** From an alert to what people thought of it, and how often the rule was right: on the ledger, and by it alone. */
class PeoplesWorkTest {

    private static final String TENANT = "people-firm";
    private static final String RULE = "disclosure-without-basis";

    private final RunningSystem system = RunningSystem.shared();

    private String token(String subject) {
        return system.tokens.bearer(
                Tokens.Wish.role("investigator").tenant(TENANT).subject(subject));
    }

    private HttpResponse<String> act(String by, String alert, String act, String body) throws Exception {
        return system.post(system.audit.url() + "/v1/alerts/" + alert + "/" + act, token(by), "application/json", body);
    }

    private String alertAbout(String actor) throws Exception {
        system.open(TENANT);
        String client = Reports.id();
        assertThat(system.publish(TENANT, Reports.disclosure(Reports.id(), actor, client))
                        .statusCode())
                .isEqualTo(201);
        system.awaitQuiet();
        return system.read(system.ask("/v1/alerts?limit=1&rule=" + RULE, "auditor", TENANT))
                .at("/alerts/0/alertId")
                .asText();
    }

    private JsonNode alert(String id) throws Exception {
        return system.read(system.ask("/v1/alerts/" + id, "auditor", TENANT)).path("alert");
    }

    private JsonNode rule() throws Exception {
        JsonNode rules = system.read(system.ask("/v1/rules", "auditor", TENANT)).path("rules");
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> rule.path("name").asText().equals(RULE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAlertIsSeenGivenJudgedAndCountedAndARebuildSaysTheSame() throws Exception {
        String alert = alertAbout("clerk-1");
        JsonNode before = rule();

        JsonNode seen = system.read(act("officer-1", alert, "acknowledgement", "{}"));
        system.read(
                act("officer-1", alert, "assignment", "{\"assignee\":{\"id\":\"officer-2\",\"kind\":\"workforce\"}}"));
        system.awaitQuiet();
        assertThat(alert(alert).at("/work/status").asText()).isEqualTo("assigned");
        assertThat(alert(alert).at("/work/assigned/to").asText())
                .isNotEqualTo(alert(alert).at("/work/assigned/by").asText());
        system.read(act("officer-2", alert, "judgement", "{\"judgement\":\"violation\",\"note\":\"secret note\"}"));
        system.awaitQuiet();

        JsonNode work = alert(alert).path("work");
        assertThat(work.path("status").asText()).isEqualTo("judged");
        assertThat(work.at("/judged/judgement").asText()).isEqualTo("violation");
        assertThat(work.at("/judged/by")).isEqualTo(work.at("/assigned/to"));
        String entry = work.at("/acknowledged/entry").asText();
        String detail = "/v1/trail/" + entry + "?unseal=true";
        JsonNode recorded = system.read(system.ask("/v1/trail/" + entry, "auditor", TENANT));
        assertThat(recorded.toString()).contains(seen.path("eventId").asText(), "seenby.alert-acknowledged.v1");
        assertThat(system.read(system.ask(detail, "investigator", TENANT)).toString())
                .contains("officer-1");

        assertThat(rule().at("/judged/violation").asLong())
                .isEqualTo(before.at("/judged/violation").asLong() + 1);
        assertThat(rule().path("precision").asDouble()).isPositive();
        assertThat(system.read(system.ask("/v1/alerts?work=judged", "auditor", TENANT))
                        .toString())
                .contains(alert)
                .doesNotContain("secret note", "officer-2");
        assertThat(derivedAgain()).isEqualTo(derived("views")).hasSize(2);
    }

    @Test
    void nobodyJudgesAnAlertAboutThemselves() throws Exception {
        String alert = alertAbout("officer-3");

        HttpResponse<String> answer = act("officer-3", alert, "judgement", "{\"judgement\":\"appropriate\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("about themselves");
        assertThat(act("officer-1", alert, "assignment", "{\"assignee\":{\"id\":\"officer-3\",\"kind\":\"workforce\"}}")
                        .statusCode())
                .isEqualTo(403);
        system.awaitQuiet();
        assertThat(alert(alert).at("/work/status").asText()).isEqualTo("open");
    }

    @Test
    void nothingIsDoneWhileItCannotBeRecorded() throws Exception {
        String alert = alertAbout("clerk-2");
        system.stack.kafka().kill();
        try {
            HttpResponse<String> answer = act("officer-1", alert, "acknowledgement", "{}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            system.stack.kafka().start();
        }
        RunningSystem.await("it can be done again", () -> isDone(alert));
        RunningSystem.await("it is in the views", () -> isSeen(alert));
    }

    private boolean isDone(String alert) {
        try {
            return act("officer-1", alert, "acknowledgement", "{}").statusCode() == 201;
        } catch (Exception notYet) {
            return false;
        }
    }

    private boolean isSeen(String alert) {
        try {
            return alert(alert).at("/work/status").asText().equals("acknowledged");
        } catch (Exception | AssertionError notYet) {
            return false;
        }
    }

    private List<String> derivedAgain() throws Exception {
        projector("rebuild", "--schema", "people_again", "--batch", "7");
        return derived("people_again");
    }

    /** Rows and digest of what this is about; other tests go on writing elsewhere. */
    private List<String> derived(String schema) throws Exception {
        return projector("digest", "--schema", schema)
                .lines()
                .filter(line -> line.startsWith("alert_work") || line.startsWith("alerts"))
                .toList();
    }

    private String projector(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ChildJvm.java(), "-Xmx256m", "-jar", system.audit.application().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(system.stack.environment());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
