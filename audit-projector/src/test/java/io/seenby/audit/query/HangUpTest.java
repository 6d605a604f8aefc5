package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.local.LocalStack;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that hang up, at any moment, take no database connection with them. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class HangUpTest {

    private final ViewsStory story = new ViewsStory();

    @Inject
    @ReactiveDataSource("query")
    Pool pool;

    @Inject
    TenantSession sessions;

    @ConfigProperty(name = "quarkus.datasource.query.reactive.max-size")
    int connections;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void friendlyDoor() {
        AuditStack.DOOR.reset();
        for (int i = 0; i < 200; i++) {
            story.entry().add();
        }
        story.tell();
    }

    @Test
    void aThousandHangUpsLeaveNoConnectionBehind() throws Exception {
        Random random = new Random(1);
        String request = "GET /v1/trail?limit=200 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Ask.token("auditor", story.name()) + "\r\n\r\n";
        for (int i = 0; i < 1_000; i++) {
            hangUpAfter(request, random.nextInt(6));
        }

        waitUntilNobodyReads();
        assertThat(busySessions()).isZero();
        assertThat(takeAllConnections()).isEqualTo(connections);
        Ask.auditor(story).get("/v1/trail").then().statusCode(200);
    }

    private void hangUpAfter(String request, int millis) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Thread.sleep(millis);
        }
    }

    private void waitUntilNobodyReads() throws InterruptedException {
        for (int i = 0; i < 300 && sessions.open() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(sessions.open()).isZero();
    }

    /** As the database sees it: sessions that are in a transaction or running something. */
    private static long busySessions() throws SQLException {
        try (Connection superuser = LocalStack.shared().postgres().connect("postgres");
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                         where usename = 'query' and application_name = 'seenby-query' and state <> 'idle'
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Each connection of the pool can be had at the same time: none is lent out. */
    private int takeAllConnections() {
        List<Uni<SqlConnection>> wanted = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            wanted.add(pool.getConnection());
        }
        List<SqlConnection> taken = Uni.join().all(wanted).andFailFast().await().atMost(Duration.ofSeconds(10));
        taken.forEach(connection -> connection.close().await().atMost(Duration.ofSeconds(10)));
        return taken.size();
    }

    @Test
    void aSessionThatFailsLeavesNothingBehind() {
        for (int i = 0; i < 3 * connections; i++) {
            var failed = sessions.read(
                            new io.seenby.events.TenantId(story.name()),
                            snapshot ->
                                    snapshot.connection().query("select 1 / 0").execute())
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertThat(failed).isNull();
        }
        assertThat(takeAllConnections()).isEqualTo(connections);
    }

    @Test
    void aSessionThatTakesTooLongIsEndedByTheDatabase() {
        var failure = sessions.read(
                        new io.seenby.events.TenantId(story.name()),
                        snapshot -> snapshot.connection()
                                .query("select pg_sleep(60)")
                                .execute())
                .map(rows -> (Throwable) new AssertionError("it was not ended"))
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(Duration.ofSeconds(30));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ViewsUnavailable.class,
                        each -> assertThat(each.reason()).isEqualTo(ViewsUnavailable.Reason.TOO_SLOW));
    }

    @Test
    void theDatabaseEndsASessionThatForgotItsTransaction() {
        var limit = pool.query("show idle_in_transaction_session_timeout")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(limit).isEqualTo("10s");
    }

    @Test
    void aSessionCannotWrite() {
        var failure = sessions.read(
                        new io.seenby.events.TenantId(story.name()),
                        snapshot -> snapshot.connection()
                                .query("create temporary table t (x int)")
                                .execute())
                .map(rows -> (Throwable) new AssertionError("it wrote"))
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(Duration.ofSeconds(30));
        assertThat(failure).hasMessageContaining("read-only transaction");
    }
}
