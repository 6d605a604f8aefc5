package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Raw SQL on the pooled connections of the role {@code query}, on every table and view it may read: whatever stands in
 * {@code app.tenant}, and whoever held the connection before and how they ended, no row of another tenant is seen.
 */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class TenantProbesTest {

    private static final int PROBES = 1_500;
    private static final int AT_ONCE = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String READABLE = """
            SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
               AND a.attname = 'tenant' AND has_table_privilege(c.oid, 'SELECT')
             ORDER BY 1
            """;

    private final ViewsStory one = new ViewsStory();
    private final ViewsStory other = new ViewsStory();
    private final Random random = new Random(7);
    private final Map<Said, Integer> probed = new TreeMap<>();

    @Inject
    @ReactiveDataSource("query")
    Pool pool;

    /** What a probe says of its tenant. */
    private enum Said {
        NOTHING,
        ONE,
        OTHER,
        EMPTY,
        INJECTED
    }

    /** How it leaves. */
    private enum End {
        COMMIT,
        ROLLBACK,
        KILLED
    }

    /** @param tenant whose rows it may see */
    private record Probe(Said said, Optional<String> setting, String tenant, String sql, End end) {}

    @BeforeEach
    void twoTenants() {
        AuditStack.DOOR.reset();
        for (ViewsStory story : List.of(one, other)) {
            for (int i = 0; i < 20; i++) {
                story.entry().add();
            }
            story.tell();
        }
    }

    @Test
    void noProbeSeesARowOfAnotherTenant() {
        List<String> tables = pool.query(READABLE)
                .execute()
                .map(rows -> stream(rows).map(row -> row.getString(0)).toList())
                .await()
                .atMost(LIMIT);
        assertThat(tables).contains("entries", "entry_clients", "findings", "alerts", "tenants");

        long own = 0;
        for (int done = 0; done < PROBES; done += AT_ONCE) {
            List<Probe> probes = new ArrayList<>();
            List<Uni<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Probe probe = probe(tables);
                probes.add(probe);
                answers.add(ask(probe));
            }
            List<List<String>> seen =
                    Uni.join().all(answers).andFailFast().await().atMost(LIMIT);
            for (int i = 0; i < AT_ONCE; i++) {
                Probe probe = probes.get(i);
                assertThat(seen.get(i)).as(probe.toString()).allMatch(probe.tenant()::equals);
                own += seen.get(i).size();
            }
        }

        assertThat(own)
                .as("rows of one's own, so that the probes are known to see")
                .isGreaterThan(100);
        assertThat(probed.keySet()).containsExactly(Said.values());
        System.out.println("tenant probes: " + probed + " on " + tables.size() + " tables and views, " + own
                + " rows of their own, 0 of others");
    }

    private Probe probe(List<String> tables) {
        Said said = Said.values()[random.nextInt(Said.values().length)];
        probed.merge(said, 1, Integer::sum);
        String a = one.name();
        String b = other.name();
        Optional<String> setting = switch (said) {
            case NOTHING -> Optional.empty();
            case ONE -> Optional.of(a);
            case OTHER -> Optional.of(b);
            case EMPTY -> Optional.of("");
            case INJECTED ->
                Optional.of(List.of("' OR '1'='1", a + "' OR tenant='" + b, a + "," + b, "%", a + "\n" + b)
                        .get(random.nextInt(5)));
        };
        String table = tables.get(random.nextInt(tables.size()));
        String sql = List.of(
                        "SELECT tenant FROM " + table,
                        "SELECT tenant FROM " + table + " WHERE tenant IN ('" + a + "', '" + b + "')",
                        "SELECT t.tenant FROM " + table + " t, (VALUES ('" + b + "'), ('" + a
                                + "')) AS v (tenant) WHERE t.tenant = v.tenant",
                        "SELECT tenant FROM " + table + " WHERE true OR tenant = '" + b + "'")
                .get(random.nextInt(4));
        int dice = random.nextInt(10);
        End end = dice == 0 ? End.KILLED : dice < 3 ? End.ROLLBACK : End.COMMIT;
        return new Probe(said, setting, said == Said.ONE ? a : said == Said.OTHER ? b : "nobody", sql, end);
    }

    /** The tenants of the rows that it saw. */
    private Uni<List<String>> ask(Probe probe) {
        return pool.getConnection()
                .flatMap(connection -> execute(connection, "BEGIN")
                        .flatMap(begun -> probe.setting()
                                .map(tenant -> connection
                                        .preparedQuery("SELECT set_config('app.tenant', $1, true)")
                                        .execute(Tuple.of(tenant))
                                        .replaceWithVoid())
                                .orElse(Uni.createFrom().voidItem()))
                        .flatMap(set -> connection.query(probe.sql()).execute())
                        .map(rows ->
                                stream(rows).map(row -> row.getString("tenant")).toList())
                        .call(() -> end(connection, probe.end()))
                        .eventually(() -> connection.close().onFailure().recoverWithNull()))
                // The pool may lend a connection once more before it has heard that it was killed.
                .onFailure(ClosedConnectionException.class::isInstance)
                .retry()
                .atMost(AT_ONCE)
                .onFailure(failure -> String.valueOf(failure.getMessage()).contains("CLOSED"))
                .retry()
                .atMost(AT_ONCE);
    }

    private static Uni<Void> end(SqlConnection connection, End end) {
        return switch (end) {
            case COMMIT -> execute(connection, "COMMIT");
            case ROLLBACK -> execute(connection, "ROLLBACK");
            // In the middle of its transaction.
            case KILLED ->
                execute(connection, "SELECT pg_terminate_backend(pg_backend_pid())")
                        .onFailure()
                        .recoverWithNull();
        };
    }

    private static Uni<Void> execute(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
