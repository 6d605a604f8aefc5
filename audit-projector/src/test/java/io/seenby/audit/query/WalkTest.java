package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.local.LocalStack;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under row-level security each trail question still walks an index in order: no sort, no scan of the table. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class WalkTest {

    private static final String MANY = """
            insert into entries_all
            select '%1$s', i, i, now(), timestamptz '2026-01-01' + i * interval '1 second', 'ehr', 'e' || i, 't',
                   'actor' || i %% 50, 'workforce', 'record' || i %% 500, 'chart', '{}', 'read', 'success', null, false, ''
              from generate_series(1, 20000) i;
            insert into entry_clients_all
            select '%1$s', 'client' || i %% 200, timestamptz '2026-01-01' + i * interval '1 second', i, i %% 10 = 0
              from generate_series(1, 20000) i;
            """;

    @Inject
    @ReactiveDataSource("query")
    Pool pool;

    @ParameterizedTest
    @CsvSource({
        "ALL, entries_all_tenant_occurred_at_ledger_index_idx",
        "OF_ACTOR, entries_all_tenant_actor_occurred_at_ledger_index_idx",
        "OF_RECORD, entries_all_tenant_record_occurred_at_ledger_index_idx",
        "OF_CLIENT, entry_clients_all_pkey",
        "DISCLOSURES_OF_CLIENT, entry_clients_all"
    })
    void eachQuestionWalksItsIndexInOrder(Walk walk, String index) throws SQLException {
        ViewsStory story = new ViewsStory();
        for (String sql : MANY.formatted(story.name()).split(";\\s*")) {
            ViewsStory.run(sql);
        }
        analyze();

        String mode = pool.query("show plan_cache_mode")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(mode).isEqualTo("force_custom_plan");
        assertThat(plan(story, walk, mode))
                .contains(index)
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    private static void analyze() throws SQLException {
        try (Connection superuser = LocalStack.shared().postgres().connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("analyze views.entries, views.entry_clients");
        }
    }

    private static String plan(ViewsStory story, Walk walk, String mode) throws SQLException {
        boolean ofClient = walk == Walk.OF_CLIENT || walk == Walk.DISCLOSURES_OF_CLIENT;
        String actor = walk == Walk.OF_ACTOR ? "'actor7'" : "null";
        String record = walk == Walk.OF_RECORD ? "'record7'" : "null";
        try (Connection query = LocalStack.shared().postgres().connect("query");
                Statement statement = query.createStatement()) {
            query.setSchema("views");
            statement.execute("set plan_cache_mode = " + mode);
            statement.execute("select set_config('app.tenant', '%s', false)".formatted(story.name()));
            statement.execute("prepare walk as " + walk.sql());
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery(
                    "explain execute walk ('2026-01-01 03:00Z', -1, '1800-01-01Z', %s, %s, null, null, null, null, 51%s)"
                            .formatted(actor, record, ofClient ? ", 'client7'" : ""))) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
