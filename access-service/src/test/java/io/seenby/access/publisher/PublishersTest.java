package io.seenby.access.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.PublisherId;
import io.seenby.events.Quota;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register as administrators see it. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class PublishersTest {

    private static final String TENANT = "publishers";
    private static final String OTHER = "publishers-other";
    private static final String READ = "seenby.record-read.v1";

    private final Client administrator = Client.administrator(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
        Client.openTenant(OTHER);
    }

    private HttpResponse<String> register(String publisher, List<String> types, long perSecond, long burst) {
        return post("/v1/publishers", Client.registration(publisher, types, perSecond, burst));
    }

    private HttpResponse<String> suspend(String publisher) {
        return post("/v1/publishers/" + publisher + "/suspend", "{\"reason\":\"Its token stood in a public place.\"}");
    }

    private HttpResponse<String> post(String path, String body) {
        return administrator.post(path, "application/json", body);
    }

    private static List<LedgerEntry> entriesAbout(String publisher) {
        PublisherId about = new PublisherId(publisher);
        return LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.event() instanceof LedgerEvent.PublisherRegistered registered
                                && registered.registered().equals(about)
                        || entry.event() instanceof LedgerEvent.PublisherSuspended suspended
                                && suspended.suspended().equals(about))
                .toList();
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Client.json(response.body());
    }

    @Test
    void registeringIsRecordedWithItsTermsAndWhoDidIt() {
        JsonNode answer = json(register("lab", List.of(READ, "seenby.access-denied.v1"), 20, 100), 201);

        assertThat(answer.path("publisher").asText()).isEqualTo("lab");
        assertThat(answer.path("suspended").asBoolean()).isFalse();
        assertThat(answer.at("/quota/burst").asLong()).isEqualTo(100);
        List<LedgerEntry> entries = entriesAbout("lab");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).event())
                .isEqualTo(new LedgerEvent.PublisherRegistered(
                        new PublisherId("lab"), List.of("seenby.access-denied.v1", READ), new Quota(20, 100)));
        assertThat(entries.get(0).publisher().value()).isEqualTo("seenby");
        assertThat(entries.get(0).actor().kind().wire()).isEqualTo("workforce");
    }

    @Test
    void theReasonOfASuspensionIsSealed() {
        register("leaky", List.of(READ), 20, 100);
        json(suspend("leaky"), 200);

        assertThat(entriesAbout("leaky").get(1).event())
                .isEqualTo(new LedgerEvent.PublisherSuspended(new PublisherId("leaky")));
        assertThat(LedgerReader.records(TENANT))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("public place"));
        assertThat(entriesAbout("leaky").get(1).sealed()).hasSize(1);
    }

    @Test
    void repeatingChangesNothingAndRecordsNothing() {
        JsonNode first = json(register("repeated", List.of(READ), 20, 100), 201);
        assertThat(json(register("repeated", List.of(READ, READ), 20, 100), 200))
                .isEqualTo(first);
        JsonNode suspended = json(suspend("repeated"), 200);
        assertThat(json(suspend("repeated"), 200)).isEqualTo(suspended);

        assertThat(entriesAbout("repeated")).hasSize(2);
    }

    @Test
    void registeringAgainChangesTheTermsAndLiftsASuspension() {
        register("moved", List.of(READ), 20, 100);
        assertThat(json(register("moved", List.of(), 1, 1), 200).path("types")).isEmpty();
        assertThat(json(suspend("moved"), 200).path("suspended").asBoolean()).isTrue();
        assertThat(json(register("moved", List.of(), 1, 1), 200)
                        .path("suspended")
                        .asBoolean())
                .isFalse();

        assertThat(entriesAbout("moved")).hasSize(4);
    }

    @Test
    void theRegisterShowsItsOwnTenantOnly() {
        register("shown", List.of(READ), 20, 100);
        suspend("shown");

        JsonNode mine = json(administrator.get("/v1/publishers"), 200);
        JsonNode others = json(Client.administrator(OTHER).get("/v1/publishers"), 200);

        assertThat(mine.path("publishers"))
                .anySatisfy(each -> {
                    assertThat(each.path("publisher").asText()).isEqualTo("shown");
                    assertThat(each.path("suspended").asBoolean()).isTrue();
                    assertThat(each.path("types").get(0).asText()).isEqualTo(READ);
                    assertThat(each.path("since").asText()).endsWith("Z");
                })
                .isNotEmpty();
        assertThat(others.path("publishers"))
                .extracting(each -> each.path("publisher").asText())
                .containsExactly("ehr");
    }

    @Test
    void nobodySuspendsInAnotherTenant() {
        register("mine", List.of(READ), 20, 100);

        HttpResponse<String> other = Client.administrator(OTHER)
                .post("/v1/publishers/mine/suspend", "application/json", "{\"reason\":\"envy\"}");
        HttpResponse<String> none = Client.administrator(OTHER)
                .post("/v1/publishers/nobody/suspend", "application/json", "{\"reason\":\"envy\"}");

        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body())
                .as("it does not tell whether it exists elsewhere")
                .isEqualTo(none.body());
        assertThat(entriesAbout("mine")).hasSize(1);
    }

    @Test
    void whoIsNotRegisteredCannotBeSuspended() {
        assertThat(suspend("nobody").statusCode()).isEqualTo(404);
        assertThat(suspend("no%20such%20form").statusCode()).isEqualTo(404);
        assertThat(suspend("%00").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "auditor", "investigator", "privacy-officer", "client", "service"})
    void onlyAdministratorsDecideAndLook(String role) {
        Client other = Client.with(Map.of("role", role, "tenant", TENANT, "sub", "ehr"));

        assertThat(other.post("/v1/publishers", "application/json", Client.registration("x", List.of(READ), 1, 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.post("/v1/publishers/ehr/suspend", "application/json", "{\"reason\":\"no\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get("/v1/publishers").statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorOfNoTenantDecidesNothing() {
        for (Client nowhere : List.of(
                Client.with(Map.of("role", "administrator", "sub", "admin-1")), Client.administrator("never-opened"))) {
            HttpResponse<String> refused =
                    nowhere.post("/v1/publishers", "application/json", Client.registration("x", List.of(READ), 1, 1));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(nowhere.get("/v1/publishers").statusCode()).isEqualTo(403);
        }
        assertThat(Client.withoutToken().get("/v1/publishers").statusCode()).isEqualTo(401);
    }

    @Test
    void wrongRequestIsRefusedByPointer() {
        String wrong = register("bad publisher", List.of("seenby.tenant-opened.v1"), 0, 10_000_001)
                .body();

        assertThat(wrong).contains("/publisher\"", "/types/0\"", "/quota/perSecond\"", "/quota/burst\"");
        assertThat(post("/v1/publishers", "{}").body()).contains("/publisher\"", "/types\"", "/quota\"");
        assertThat(post("/v1/publishers", "[").statusCode()).isEqualTo(400);
        assertThat(register("seenby", List.of(READ), 1, 1).body()).contains("/publisher\"");
        assertThat(post("/v1/publishers/ehr/suspend", "{}").body()).contains("/reason\"");
        assertThat(Client.publisher(TENANT)
                        .event(Reports.read(Reports.newId(), "client-1"))
                        .statusCode())
                .as("none of it did anything")
                .isEqualTo(201);
    }
}
