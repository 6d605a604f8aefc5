package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** From a publisher's request to the view, the alert and the answer. */
class WholePathTest {

    private static final String TENANT = RunningSystem.TENANT;

    private final RunningSystem system = RunningSystem.shared();

    @Test
    void showsWhoSawAClientToAnAuditorAndTheTextToAnInvestigatorOnly() throws Exception {
        String client = Reports.id();
        publishAndAwait(Reports.read(Reports.id(), "clerk-1", client));
        String ref = system.clientRef(TENANT, client);

        JsonNode row = only(system.read(system.ask("/v1/trail?action=read&client=" + ref, "auditor", TENANT)));
        assertThat(row.path("action").asText()).isEqualTo("read");
        assertThat(row.path("purpose").asText()).isEqualTo("legal-representation");
        assertThat(row.toString()).doesNotContain("secret reason", client, "clerk-1");

        String detail = "/v1/trail/" + row.path("id").asText() + "?unseal=true";
        assertThat(system.ask(detail, "auditor", TENANT).statusCode()).isEqualTo(403);
        assertThat(system.read(system.ask(detail, "investigator", TENANT)).toString())
                .contains("secret reason about " + client, "Name of clerk-1", "contract-of-" + client);
    }

    @Test
    void neverShowsATenantsClientToAnother() throws Exception {
        String client = Reports.id();
        publishAndAwait(Reports.read(Reports.id(), "clerk-1", client));
        String ref = system.clientRef(TENANT, client);

        assertThat(items(system.read(system.ask("/v1/trail?client=" + ref, "auditor", RunningSystem.OTHER_TENANT))))
                .isEmpty();
        assertThat(system.clientRef(RunningSystem.OTHER_TENANT, client)).isNotEqualTo(ref);
    }

    @Test
    void streamsAnAlertForADisclosureWithoutBasisAndPutsItOnTheTopic() throws Exception {
        String client = Reports.id();
        String ref = system.clientRef(TENANT, client);
        try (AlertStream stream = new AlertStream(system, TENANT, "");
                AlertTopic topic = new AlertTopic(system)) {
            publishAndAwait(Reports.disclosure(Reports.id(), "clerk-2", client));
            RunningSystem.await("the alert on the stream", () -> stream.shows(ref));
            RunningSystem.await("the alert on the topic", () -> topic.shows(ref));
            assertThat(stream.alerts()).noneMatch(alert -> alert.contains(client));
        }
    }

    @Test
    void resumesTheStreamWhereItWasLeft() throws Exception {
        String first = alertOn(Reports.id());
        List<String> seen;
        try (AlertStream stream = new AlertStream(system, TENANT, "0")) {
            RunningSystem.await("the first alert", () -> stream.shows(first));
            seen = new ArrayList<>(stream.ids());
        }
        String second = alertOn(Reports.id());
        try (AlertStream stream = new AlertStream(system, TENANT, seen.getLast())) {
            RunningSystem.await("the second alert", () -> stream.shows(second));
            assertThat(stream.shows(first)).isFalse();
            assertThat(stream.ids()).doesNotContainAnyElementsOf(seen).doesNotHaveDuplicates();
        }
    }

    @Test
    void raisesAnAlertForAVipWithoutRelationshipAndExplainsItWhenTheRelationshipArrives() throws Exception {
        String client = Reports.id();
        String actor = "clerk-" + client;
        String ref = system.clientRef(TENANT, client);
        try (AlertStream stream = new AlertStream(system, TENANT, "")) {
            publishAndAwait(Reports.vip(Reports.id(), client));
            publishAndAwait(Reports.read(Reports.id(), actor, client));
            RunningSystem.await("the alert", () -> stream.shows(ref));
            publishAndAwait(Reports.relationship(Reports.id(), actor, client));
            RunningSystem.await(
                    "its explanation",
                    () -> stream.alerts().stream()
                            .anyMatch(alert -> alert.contains(ref) && alert.contains("\"explained\"")));
        }
    }

    @Test
    void recordsEveryQuestionBeforeItsAnswerLeaves() throws Exception {
        String asked = "select count(*) from views.entries where tenant = '%s' and type = 'seenby.audit-queried.v1'"
                .formatted(TENANT);
        system.awaitQuiet();
        long before = system.count(asked);
        system.read(system.ask("/v1/trail?limit=5", "auditor", TENANT));
        system.read(system.ask("/v1/alerts", "auditor", TENANT));
        RunningSystem.await("two questions in the views", () -> system.count(asked) == before + 2);
    }

    @Test
    void answersNothingWhileTheQuestionCannotBeRecorded() throws Exception {
        system.stack.kafka().kill();
        try {
            HttpResponse<String> answer = system.ask("/v1/trail?limit=5", "auditor", TENANT);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).doesNotContain("occurredAt");
        } finally {
            system.stack.kafka().start();
        }
        RunningSystem.await("answers again", () -> answers("/v1/trail?limit=5"));
    }

    @Test
    void pagesThroughATrailWithoutGapOrRepetition() throws Exception {
        String client = Reports.id();
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            reports.add(Reports.read(Reports.id(), "clerk-3", client));
        }
        publishAndAwait(String.join("\n", reports));
        String path = "/v1/trail?limit=7&action=read&client=" + system.clientRef(TENANT, client);
        Set<String> ids = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = system.read(system.ask(path + after, "auditor", TENANT));
            items(page)
                    .forEach(row -> assertThat(ids.add(row.path("id").asText())).isTrue());
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
            pages++;
        } while (!after.isEmpty());
        assertThat(ids).hasSize(25);
        assertThat(pages).isEqualTo(4);
    }

    private String alertOn(String client) throws Exception {
        String ref = system.clientRef(TENANT, client);
        publishAndAwait(Reports.disclosure(Reports.id(), "clerk-2", client));
        return ref;
    }

    private void publishAndAwait(String body) throws Exception {
        HttpResponse<String> answer = system.publish(TENANT, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        assertThat(answer.body()).doesNotContain("refused");
        system.awaitQuiet();
    }

    private boolean answers(String path) {
        try {
            return system.ask(path, "auditor", TENANT).statusCode() == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("entries").spliterator(), false).toList();
    }

    private static JsonNode only(JsonNode page) {
        assertThat(items(page)).hasSize(1);
        return items(page).getFirst();
    }
}
