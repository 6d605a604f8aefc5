package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.seenby.events.BreachAlert.Severity;
import io.seenby.events.EventType;
import io.seenby.local.LocalStack;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law 10, and that no answer tells one tenant of another. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class TenantIsolationTest {

    private static final List<String> TABLES = List.of(
            "tenants",
            "entries",
            "entry_clients",
            "conflicts",
            "quarantine",
            "relationships",
            "consents",
            "client_traits",
            "client_erasures",
            "findings",
            "alerts",
            "alert_revisions",
            "alert_work",
            "worked_alerts",
            "tree_tiles",
            "checkpoints");

    @Inject
    @ReactiveDataSource("query")
    Pool pool;

    private final ViewsStory theirs = new ViewsStory();
    private final ViewsStory ours = new ViewsStory();

    @BeforeEach
    void onlyTheyHaveSomething() {
        AuditStack.DOOR.reset();
        theirs.entry().type(EventType.INFORMATION_DISCLOSED).add();
        theirs.tell().finding(0, "vip", "open", ViewsStory.ref("actor", 1), ViewsStory.ref("client", 1));
        theirs.raise("vip-without-relationship", Severity.HIGH, List.of(ViewsStory.ref("client", 1)));
    }

    @Test
    void anotherTenantsThingsAreAsIfTheyWereNot() {
        Endpoints.about(theirs).forEach((question, ask) -> {
            Response answer = ask.apply(Ask.auditor(ours));
            switch (question) {
                case "entry", "proof", "alert" ->
                    assertThat(answer.statusCode()).as(question).isEqualTo(404);
                case "client look-up", "actor look-up", "record look-up" ->
                    assertThat(answer.statusCode()).as(question).isEqualTo(200);
                case "rules" ->
                    assertThat(answer.jsonPath().<Integer>getList("rules.raised"))
                            .as(question)
                            .containsOnly(0);
                default -> {
                    assertThat(answer.statusCode()).as(question).isEqualTo(200);
                    assertThat(answer.asString())
                            .as(question)
                            .contains("[]")
                            .doesNotContain(theirs.entries().get(0).clients().get(0));
                }
            }
        });
    }

    @Test
    void aThingOfOthersAndAThingThatNeverWasGetTheVerySameAnswer() {
        String theirAlert = theirs.alerts().get(0).alertId();
        String noAlert = ViewsStory.ref("never", 1);

        Response ofOthers = Ask.auditor(ours).get("/v1/alerts/" + theirAlert);
        Response ofNobody = Ask.auditor(ours).get("/v1/alerts/" + noAlert);

        assertThat(ofOthers.asString().replace(theirAlert, noAlert)).isEqualTo(ofNobody.asString());
        assertThat(ofOthers.contentType()).isEqualTo(ofNobody.contentType());
        assertThat(ofOthers.statusCode()).isEqualTo(ofNobody.statusCode()).isEqualTo(404);
    }

    @Test
    void sqlWithoutATenantReturnsNothing() throws SQLException {
        try (Connection query = LocalStack.shared().postgres().connect("query");
                Statement statement = query.createStatement()) {
            query.setSchema("views");
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table).isZero();
                }
            }
            statement.execute("select set_config('app.tenant', '%s', false)".formatted(theirs.name()));
            try (ResultSet rows = statement.executeQuery("select count(*) from entries")) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void aSessionLeavesNoTenantBehindOnItsConnection() throws SQLException {
        for (int i = 0; i < 40; i++) {
            Ask.auditor(theirs).get("/v1/trail").then().statusCode(200);
            assertThat(Ask.auditor(ours).get("/v1/trail").jsonPath().getList("entries"))
                    .isEmpty();
            assertThat(Objects.toString(tenantLeftBehind(), "")).isEmpty();
        }
    }

    private @Nullable String tenantLeftBehind() {
        return pool.query("select current_setting('app.tenant', true)")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
