package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings and alerts, page by page, are complete and without duplicates; their filters hold. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class JudgementPagingTest {

    private record Found(String id, long index, String status, String actor, String client) {}

    private final Random random = new Random(7);

    @BeforeEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
    }

    @Test
    void findingsAreCompleteUnderEveryFilter() {
        ViewsStory story = new ViewsStory();
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            story.entry().add();
        }
        story.tell();
        for (int i = 0; i < 150; i++) {
            long index = random.nextInt(60);
            String status = random.nextBoolean() ? "open" : "explained";
            String actor = ViewsStory.ref("actor", random.nextInt(3));
            String client = ViewsStory.ref("client", random.nextInt(3));
            String id = story.finding(index, "rule-" + i, status, actor, client);
            all.add(new Found(id, index, status, actor, client));
        }
        String actor = ViewsStory.ref("actor", 1);
        String client = ViewsStory.ref("client", 2);

        assertThat(Pages.walk(story, "/v1/findings?", "findings", random)).isEqualTo(ids(all));
        assertThat(Pages.walk(story, "/v1/findings?status=open&", "findings", random))
                .isEqualTo(ids(all.stream()
                        .filter(each -> each.status().equals("open"))
                        .toList()));
        assertThat(Pages.walk(story, "/v1/findings?actor=" + actor + "&", "findings", random))
                .isEqualTo(ids(
                        all.stream().filter(each -> each.actor().equals(actor)).toList()));
        assertThat(Pages.walk(story, "/v1/findings?status=explained&client=" + client + "&", "findings", random))
                .isEqualTo(ids(all.stream()
                        .filter(each -> each.status().equals("explained")
                                && each.client().equals(client))
                        .toList()));
    }

    /** By entry, newest first, then by id as PostgreSQL compares text in this database. */
    private static List<String> ids(List<Found> found) {
        return found.stream()
                .sorted(Comparator.comparing(Found::index)
                        .thenComparing(Found::id)
                        .reversed())
                .map(Found::id)
                .toList();
    }

    @Test
    void theTrailShowsWhatTheRulesThinkOfAnEntry() {
        ViewsStory story = new ViewsStory();
        story.entry().add();
        story.entry().add();
        story.tell();
        String id =
                story.finding(1, "no-relationship", "open", ViewsStory.ref("actor", 1), ViewsStory.ref("client", 1));

        Ask.auditor(story)
                .get("/v1/trail")
                .then()
                .statusCode(200)
                .body("entries[0].findings[0].id", equalTo(id))
                .body("entries[0].findings[0].rule", equalTo("no-relationship"))
                .body("entries[0].findings[0].status", equalTo("open"))
                .body("entries[1].findings", equalTo(null));
    }

    @Test
    void theTrailShowsForEachClientWhyItWasAppropriate() {
        ViewsStory story = new ViewsStory();
        List<String> clients = List.of(ViewsStory.ref("client", 1), ViewsStory.ref("client", 2));
        story.entry().add();
        story.entry()
                .about(clients)
                .explained("explained", "team-tie", "matter-team", 3L, 17L)
                .add();
        story.tell();

        for (String answer : List.of("/v1/trail?limit=1", "/v1/trail?client=" + clients.get(0) + "&limit=1")) {
            Ask.auditor(story)
                    .get(answer)
                    .then()
                    .statusCode(200)
                    .body("entries[0].explanations.client", containsInAnyOrder(clients.toArray()))
                    .body("entries[0].explanations[0].verdict", equalTo("explained"))
                    .body("entries[0].explanations[0].kind", equalTo("team-tie"))
                    .body("entries[0].explanations[0].tie", equalTo("matter-team"))
                    .body("entries[0].explanations[0].evidence", equalTo(List.of("3", "17")));
        }
        Ask.auditor(story)
                .get("/v1/trail/1")
                .then()
                .statusCode(200)
                .body("entry.explanations[1].evidence", equalTo(List.of("3", "17")));
        Ask.auditor(story).get("/v1/trail/0").then().statusCode(200).body("entry.explanations", equalTo(null));
    }

    @Test
    void whatIsUnexplainedSaysSoWithoutEvidence() {
        ViewsStory story = new ViewsStory();
        story.entry().explained("unexplained", null, null).add();
        story.tell();

        Ask.auditor(story)
                .get("/v1/trail/0")
                .then()
                .statusCode(200)
                .body("entry.explanations[0].verdict", equalTo("unexplained"))
                .body("entry.explanations[0].kind", equalTo(null))
                .body("entry.explanations[0].evidence", equalTo(List.of()));
    }

    @Test
    void alertsAreCompleteUnderEveryFilter() {
        ViewsStory story = new ViewsStory();
        List<String> clients = List.of(ViewsStory.ref("client", 1));
        for (int i = 0; i < 70; i++) {
            story.raise(random.nextBoolean() ? "vip" : "no-consent", Severity.values()[random.nextInt(3)], clients);
        }
        for (int i = 0; i < 20; i++) {
            story.explain(story.alerts().get(3 * i));
        }
        List<BreachAlert> latest = new ArrayList<>();
        for (BreachAlert alert : story.alerts()) {
            latest.removeIf(each -> each.alertId().equals(alert.alertId()));
            latest.add(alert);
        }
        Collections.reverse(latest);

        assertThat(Pages.walk(story, "/v1/alerts?", "alerts", random))
                .isEqualTo(latest.stream().map(BreachAlert::alertId).toList());
        assertThat(Pages.walk(story, "/v1/alerts?status=open&rule=vip&severity=high&", "alerts", random))
                .isEqualTo(latest.stream()
                        .filter(alert -> alert.status() == BreachAlert.Status.OPEN)
                        .filter(alert -> alert.rule().equals("vip"))
                        .filter(alert -> alert.severity() == Severity.HIGH)
                        .map(BreachAlert::alertId)
                        .toList());
    }

    @Test
    void anAlertIsShownInItsLatestRevisionWithItsHistory() {
        ViewsStory story = new ViewsStory();
        BreachAlert raised = story.raise("vip", Severity.HIGH, List.of(ViewsStory.ref("client", 1)));
        story.explain(raised);

        Ask.auditor(story)
                .get("/v1/alerts/" + raised.alertId())
                .then()
                .statusCode(200)
                .body("alert.status", equalTo("explained"))
                .body("alert.ordinal", equalTo(2))
                .body("revisions.status", equalTo(List.of("open", "explained")))
                .body("revisions.ordinal", equalTo(List.of(1, 2)));
    }
}
