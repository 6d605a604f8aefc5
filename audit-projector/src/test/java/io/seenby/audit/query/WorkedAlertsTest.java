package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far people are with each alert, in the list and by itself, and how often a rule was right. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class WorkedAlertsTest {

    private static final String OFFICER = ViewsStory.ref("officer", 1);

    private final ViewsStory story = new ViewsStory();
    private final List<String> alerts = new ArrayList<>();

    @BeforeEach
    void oneAlertOfEachStatus() {
        AuditStack.DOOR.reset();
        raise("vip-without-relationship", Severity.CRITICAL);
        raise("no-relationship", Severity.HIGH);
        raise("vip-without-relationship", Severity.CRITICAL);
        raise("self-access", Severity.MEDIUM);
        raise("vip-without-relationship", Severity.CRITICAL);
        acknowledged(1);
        assigned(2);
        suppressed(3, ViewsStory.DAY.plus(Duration.ofDays(1)));
        judged(4, "violation", 0);
    }

    private void raise(String rule, Severity severity) {
        alerts.add(story.raise(rule, severity, List.of(ViewsStory.ref("client", alerts.size())))
                .alertId());
    }

    private void work(int alert, String columns, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = story.name();
        all[1] = alerts.get(alert);
        System.arraycopy(values, 0, all, 2, values.length);
        ViewsStory.run(
                "insert into alert_work (tenant, alert_id, " + columns + ") values (?, ?" + ", ?".repeat(values.length)
                        + ")",
                all);
    }

    private void acknowledged(int alert) {
        work(
                alert,
                "acknowledged_by, acknowledged_at, acknowledged_index",
                OFFICER,
                ViewsStory.time(ViewsStory.DAY),
                11L);
    }

    private void assigned(int alert) {
        work(
                alert,
                "assignee, assigned_by, assigned_at, assigned_index",
                ViewsStory.ref("officer", 2),
                OFFICER,
                ViewsStory.time(ViewsStory.DAY),
                12L);
    }

    private void suppressed(int alert, Instant until) {
        work(
                alert,
                "suppressed_until, suppressed_by, suppressed_at, suppressed_index",
                ViewsStory.time(until),
                OFFICER,
                ViewsStory.time(ViewsStory.DAY),
                13L);
    }

    private void judged(int alert, String judgement, long index) {
        work(
                alert,
                "judgement, judged_revision, judged_by, judged_at, judged_index",
                judgement,
                1,
                OFFICER,
                ViewsStory.time(ViewsStory.DAY),
                index);
    }

    private List<String> listed(String query) {
        return Ask.auditor(story).get("/v1/alerts?" + query).jsonPath().getList("alerts.alertId");
    }

    @Test
    void theListSaysHowFarPeopleAre() {
        Ask.auditor(story)
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body(
                        "alerts.work.status",
                        equalTo(List.of("judged", "suppressed", "assigned", "acknowledged", "open")))
                .body("alerts[0].work.judged.judgement", equalTo("violation"))
                .body("alerts[0].work.judged.by", equalTo(OFFICER))
                .body("alerts[1].work.suppressed.until", equalTo("2026-03-03T08:00:00Z"))
                .body("alerts[2].work.assigned.to", equalTo(ViewsStory.ref("officer", 2)))
                .body("alerts[2].work.assigned.entry", equalTo("12"))
                .body("alerts[2].work.assigned.at", equalTo("2026-03-02T08:00:00Z"))
                .body("alerts[3].work.acknowledged.entry", equalTo("11"))
                .body("alerts[4].work.size()", equalTo(1))
                .body("alerts[4].status", equalTo("open"));
    }

    @Test
    void eachStatusCanBeAskedForAndEachAlertStaysReadable() {
        List<String> statuses = List.of("open", "acknowledged", "assigned", "suppressed", "judged");
        for (int alert = 0; alert < statuses.size(); alert++) {
            assertThat(listed("work=" + statuses.get(alert))).containsExactly(alerts.get(alert));
            Ask.auditor(story)
                    .get("/v1/alerts/" + alerts.get(alert))
                    .then()
                    .statusCode(200)
                    .body("alert.work.status", equalTo(statuses.get(alert)))
                    .body("revisions.size()", equalTo(1));
        }
    }

    @Test
    void aSuppressionThatIsOverHidesNothing() {
        ViewsStory.run(
                "update tenants set core_time = ? where tenant = ?",
                ViewsStory.time(ViewsStory.DAY.plus(Duration.ofDays(1))),
                story.name());

        assertThat(listed("work=suppressed")).isEmpty();
        assertThat(listed("work=open")).containsExactly(alerts.get(3), alerts.get(0));
    }

    @Test
    void whatIsFoundSinceAJudgementIsOpenAgain() {
        story.entry().add();
        story.entry().add();
        story.tell();
        String id = story.finding(
                1, "vip-without-relationship", "open", ViewsStory.ref("actor", 1), ViewsStory.ref("client", 4));
        ViewsStory.run(
                "update findings set alert_id = ? where tenant = ? and finding_id = ?",
                alerts.get(4),
                story.name(),
                id);

        assertThat(listed("work=judged")).isEmpty();
        assertThat(listed("work=open")).containsExactly(alerts.get(4), alerts.get(0));
    }

    @Test
    void theGravestComeFirstIfOneAsksSo() {
        List<String> byRank = List.of(alerts.get(4), alerts.get(2), alerts.get(0), alerts.get(1), alerts.get(3));

        assertThat(listed("order=rank")).isEqualTo(byRank);
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            var page = Ask.auditor(story)
                    .get("/v1/alerts?order=rank&limit=2" + after)
                    .jsonPath();
            paged.addAll(page.getList("alerts.alertId"));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (after != null);
        assertThat(paged).isEqualTo(byRank);
        String next = Ask.auditor(story).get("/v1/alerts?limit=2").jsonPath().getString("next");
        Ask.auditor(story).get("/v1/alerts?order=rank&after=" + next).then().statusCode(400);
    }

    @Test
    void aRuleIsAsOftenRightAsPeopleSay() {
        judged(0, "appropriate", 5);
        ViewsStory.run(
                "update alert_work set judgement = 'policy-gap' where tenant = ? and alert_id = ?",
                story.name(),
                alerts.get(2));
        String vip = "rules.find { it.name == 'vip-without-relationship' }";
        String none = "rules.find { it.name == 'no-relationship' }";

        Ask.auditor(story)
                .get("/v1/rules")
                .then()
                .statusCode(200)
                .body(vip + ".raised", equalTo(3))
                .body(vip + ".judged", equalTo(java.util.Map.of("appropriate", 1, "violation", 1, "policyGap", 1)))
                .body(vip + ".precision", equalTo(1f / 3))
                .body(vip + ".severities", equalTo(List.of("critical")))
                .body(none + ".raised", equalTo(1))
                .body(none + ".precision", nullValue())
                .body(none + ".thresholds.distinctClients", equalTo("3"))
                .body("rules.find { it.name == 'wall-crossed' }.raised", equalTo(0));
        assertThat(Ask.auditor(story).get("/v1/rules").asString()).contains("\"precision\":null");
    }

    @Test
    void otherTenantsCountForNothing() {
        ViewsStory other = new ViewsStory();
        BreachAlert theirs = other.raise("no-relationship", Severity.HIGH, List.of(ViewsStory.ref("client", 1)));

        assertThat(theirs.alertId()).isNotBlank();
        Ask.auditor(story)
                .get("/v1/rules")
                .then()
                .body("rules.find { it.name == 'no-relationship' }.raised", equalTo(1));
    }
}
