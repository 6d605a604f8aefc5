package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.local.Tokens;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Law 13 over the whole path: what an investigator could read is gone, what anybody could prove is not. */
class ForgottenClientTest {

    private static final String TENANT = RunningSystem.OTHER_TENANT;

    private final RunningSystem system = RunningSystem.shared();
    private final String client = "forget-" + Reports.id();

    private String person(String role) {
        return system.tokens.bearer(
                Tokens.Wish.role(role).tenant(TENANT).subject(role + "-1").level("mfa"));
    }

    private HttpResponse<String> post(String path, String role, String body) throws Exception {
        return system.post(system.access.url() + path, person(role), "application/json", body);
    }

    private String unsealed(long index) throws Exception {
        return system.ask("/v1/trail/" + index + "?unseal=true", "investigator", TENANT)
                .body();
    }

    private String proof(long index) throws Exception {
        return system.read(system.ask("/v1/trail/" + index + "/proof", "auditor", TENANT))
                .path("value")
                .asText();
    }

    private long keys() {
        return system.count("select count(*) from keys.client_keys k join kept using (tenant, client)");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = system.stack.postgres().connect("postgres")) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    void law13TheProofsStayAndTheTextIsGoneAlsoWhenItsKeyIsRestored() throws Exception {
        String id = Reports.id();
        system.read(system.publish(TENANT, Reports.read(id, "clerk-1", client)));
        system.awaitQuiet();
        long index = system.count(
                "select ledger_index from views.entries where tenant = '%s' and event_id = '%s'".formatted(TENANT, id));
        assertThat(unsealed(index)).as("positive control").contains(client);
        RunningSystem.await("it is proven", () -> isProven(index));
        String value = proof(index);
        sql("""
                create table kept as select * from keys.client_keys where (tenant, client) in
                    (select tenant, client from views.entry_clients where tenant = '%s' and ledger_index = %d)
                """.formatted(TENANT, index));
        try {
            JsonNode duty = system.read(post(
                    "/v1/duties",
                    "privacy-officer",
                    "{\"duty\":\"client-erasure\",\"client\":{\"id\":\"%s\"},\"reason\":\"Asked for.\"}"
                            .formatted(client)));
            JsonNode done =
                    system.read(post("/v1/duties/" + duty.path("id").asText() + "/approval", "erasure-approver", ""));
            assertThat(done.path("state").asText()).isEqualTo("done");
            assertGone(index, value);

            system.access.kill();
            sql("insert into keys.client_keys select * from kept");
            system.access.start();

            assertGone(index, value);
        } finally {
            sql("drop table kept");
        }
    }

    private boolean isProven(long index) {
        try {
            return system.ask("/v1/trail/" + index + "/proof", "auditor", TENANT)
                            .statusCode()
                    == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    private void assertGone(long index, String value) throws Exception {
        assertThat(keys()).isZero();
        assertThat(unsealed(index)).contains("\"erased\":[\"").doesNotContain(client);
        assertThat(proof(index)).isEqualTo(value);
    }
}
