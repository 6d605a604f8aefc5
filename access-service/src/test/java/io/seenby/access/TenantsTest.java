package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.local.LocalStack;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class TenantsTest {

    private final Client administrator = Client.with(Map.of("role", "administrator", "sub", "admin-1"));

    private HttpResponse<String> open(String tenant) {
        return administrator.post(
                "/v1/tenants", "application/json", "{\"tenant\":\"" + tenant + "\",\"name\":\"Harbor Law\"}");
    }

    private static void sql(String statement) {
        try (Connection database = LocalStack.shared().postgres().connect("postgres")) {
            database.createStatement().execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void openingIsTheFirstEntryAndFixesThePartition() {
        HttpResponse<String> response = open("opened-once");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        int partition = Client.json(response.body()).get("partition").intValue();
        Client.register("opened-once", "ehr");
        assertThat(Client.publisher("opened-once")
                        .event(Reports.read(Reports.newId(), "client-1"))
                        .statusCode())
                .isEqualTo(201);
        List<LedgerEntry> entries = LedgerReader.entries("opened-once");
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).event()).isEqualTo(new LedgerEvent.TenantOpened(partition));
        assertThat(entries.get(0).eventId().value()).isEqualTo("opened");
        assertThat(entries.get(0).publisher().value()).isEqualTo("seenby");
        assertThat(LedgerReader.records("opened-once")).allMatch(record -> record.partition() == partition);
    }

    @Test
    void openingAgainChangesNothing() {
        JsonNode first = Client.json(open("opened-twice").body());
        HttpResponse<String> again = open("opened-twice");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Client.json(again.body())).isEqualTo(first);
        assertThat(LedgerReader.entries("opened-twice")).hasSize(1);
    }

    @Test
    void openingThatCrashedAfterItsAppendIsFinishedByTheNextRequest() {
        open("crashed");
        sql("update keys.tenants set state = 'opening' where tenant = 'crashed'");
        assertThat(open("crashed").statusCode()).isEqualTo(201);
        List<LedgerEntry> entries = LedgerReader.entries("crashed");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).contentTag())
                .as("the projector counts it as a duplicate")
                .isEqualTo(entries.get(0).contentTag());
    }

    @Test
    void newTenantsSpreadOverThePartitions() {
        Set<Integer> partitions = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            partitions.add(
                    Client.json(open("spread-" + i).body()).get("partition").intValue());
        }
        assertThat(partitions).hasSize(6);
    }

    @Test
    void onlyAdministratorsOpenTenants() {
        assertThat(Client.publisher("x1")
                        .post("/v1/tenants", "application/json", "{\"tenant\":\"x1\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Client.withoutToken()
                        .post("/v1/tenants", "application/json", "{\"tenant\":\"x1\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theAdministratorOfATenantOpensThatOneOnlyAndLearnsOfNoOther() {
        Client.openTenant("there-already");
        for (String named : List.of("x2", "Not A Tenant")) {
            Client theirs = Client.with(Map.of("role", "administrator", "tenant", named, "sub", "admin-2"));
            HttpResponse<String> existing =
                    theirs.post("/v1/tenants", "application/json", "{\"tenant\":\"there-already\"}");
            HttpResponse<String> fresh = theirs.post("/v1/tenants", "application/json", "{\"tenant\":\"x3\"}");
            assertThat(existing.statusCode()).as(existing.body()).isEqualTo(403);
            assertThat(existing.body()).isEqualTo(fresh.body()).doesNotContain("partition");
        }
        assertThat(Client.administrator("x2")
                        .post("/v1/tenants", "application/json", "{\"tenant\":\"x2\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void wrongRequestIsRefusedByPointer() {
        HttpResponse<String> response =
                administrator.post("/v1/tenants", "application/json", "{\"tenant\":\"Harbor Law\",\"nom\":1}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"/tenant\"").contains("\"/nom\"");
    }
}
