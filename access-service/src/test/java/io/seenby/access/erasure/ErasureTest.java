package io.seenby.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.access.sealing.Identity;
import io.seenby.access.sealing.Opener;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Law 13, at the door: who is erased cannot be read any more, and nobody erases alone, unasked or against a duty. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class ErasureTest {

    private static final String TENANT = "erasing";
    private static final TenantId ID = new TenantId(TENANT);

    private final Officers people = new Officers(TENANT);

    @Inject
    Opener opener;

    @Inject
    Tenants tenants;

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private Opener.Opened opened(LedgerEntry entry) {
        return opener.open(
                        tenants.find(ID).join().orElseThrow().keys(),
                        List.of(new Opener.Boxed(new Identity(ID, entry.publisher(), entry.eventId()), entry.sealed())))
                .join()
                .get(0);
    }

    /** Everything that whoever may read everything can read of the tenant's whole ledger. */
    private String allText() {
        StringBuilder text = new StringBuilder();
        LedgerReader.entries(TENANT).forEach(entry -> text.append(opened(entry).texts()));
        return text.toString();
    }

    private static List<LedgerEntry> entries(EventType type, String duty) {
        return LedgerReader.entries(TENANT).stream()
                .filter(entry ->
                        entry.type() == type && entry.event().toString().contains(duty))
                .toList();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(Client.json(answer.body()).get("type").textValue()).isEqualTo("urn:seenby:problem:" + name);
    }

    @Test
    void law13WhoIsErasedIsReadableNowhereAndTheirNextEventUnderAnotherKey() {
        String canary = people.newClient();
        assertThat(allText()).as("positive control").contains(canary, "Name of " + canary);
        String duty = people.requested(canary);
        assertThat(people.state(duty)).isEqualTo("requested");

        HttpResponse<String> answer = people.approve(duty);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(people.state(duty)).isEqualTo("done");
        LedgerEntry erased = entries(EventType.CLIENT_ERASED, duty).get(0);
        String client = erased.clients().get(0).value();
        List<LedgerEntry> about = LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.clients().equals(erased.clients()))
                .toList();
        assertThat(about).hasSize(4);
        assertThat(about.subList(0, 2))
                .allSatisfy(entry -> assertThat(opened(entry).erased()).containsExactly(client));
        assertThat(allText()).doesNotContain(canary);
        byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
        for (String form : List.of(
                canary,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes))) {
            assertThat(LedgerReader.records(TENANT))
                    .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(form));
        }

        people.publish(Reports.read("after-" + duty, canary));
        LedgerEntry later = LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.eventId().value().equals("after-" + duty))
                .findFirst()
                .orElseThrow();
        assertThat(later.sealed().get(0).subject()).isEqualTo(client);
        assertThat(later.sealed().get(0).keyId())
                .isNotEqualTo(about.get(0).sealed().get(0).keyId());
        assertThat(opened(later).texts()).containsValue(canary);
        assertThat(opened(about.get(0)).erased()).containsExactly(client);
    }

    @Test
    void anApprovalIsSafeToRepeat() {
        String duty = people.requested(people.newClient());

        assertThat(people.approve(duty).statusCode()).isEqualTo(200);
        assertThat(people.approve(duty).statusCode()).isEqualTo(200);

        assertThat(entries(EventType.DUTY_APPROVED, duty)).hasSize(1);
        assertThat(entries(EventType.CLIENT_ERASED, duty)).hasSize(1);
    }

    @Test
    void nobodyApprovesWhatTheyAskedForWithWhateverToken() {
        String client = people.newClient();
        Client both = people.person("privacy-officer erasure-approver", "both-1");
        String duty = Client.json(both.post("/v1/duties", "application/json", Officers.wish(client))
                        .body())
                .get("id")
                .textValue();

        Client again = people.person("erasure-approver", "both-1");
        assertProblem(again.post("/v1/duties/" + duty + "/approval", "application/json", ""), 403, "self-approval");

        assertThat(people.state(duty)).isEqualTo("requested");
        assertThat(people.approve(duty).statusCode()).isEqualTo(200);
    }

    @Test
    void aMereSessionIsChallengedToLogInAgain() {
        String duty = people.requested(people.newClient());
        Client officer = Client.with(Map.of("role", "privacy-officer", "tenant", TENANT, "sub", "officer-1"));
        Client approver =
                Client.with(Map.of("role", "erasure-approver", "tenant", TENANT, "sub", "approver-1", "acr", "pwd"));
        for (HttpResponse<String> answer : List.of(
                officer.post("/v1/duties", "application/json", Officers.wish("client-1")),
                officer.post("/v1/legal-holds/release", "application/json", "{}"),
                approver.post("/v1/duties/" + duty + "/approval", "application/json", ""))) {
            assertProblem(answer, 401, "insufficient-user-authentication");
            assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                    .contains("error=\"insufficient_user_authentication\"", "acr_values=\"mfa\"", "max_age=\"300\"");
        }
        assertThat(people.state(duty)).isEqualTo("requested");
    }

    @Test
    void underALegalHoldNobodyIsErasedUntilTheLastOneIsReleased() {
        String client = people.newClient();
        String duty = people.requested(client);
        assertThat(people.hold("", "matter-1", client).statusCode()).isEqualTo(201);
        assertThat(people.hold("", "matter-2", client).statusCode()).isEqualTo(201);
        assertProblem(people.approve(duty), 409, "legal-hold");
        assertProblem(people.request(client), 409, "legal-hold");
        assertThat(people.hold("/release", "matter-1", client).statusCode()).isEqualTo(200);
        assertProblem(people.approve(duty), 409, "legal-hold");

        assertThat(people.hold("/release", "matter-2", client).statusCode()).isEqualTo(200);

        Restored.await("released", () -> people.approve(duty).statusCode() == 200);
    }

    @Test
    void whatWasDisclosedWithinSixYearsMustBeAccountedFor() {
        String recent = people.newClient();
        people.publish(disclosure(recent, "2021-01-05T09:00:00Z"));
        String longAgo = people.newClient();
        people.publish(disclosure(longAgo, "2020-01-05T09:00:00Z"));

        Restored.await("it is known", () -> people.request(recent).statusCode() == 409);

        assertProblem(people.request(recent), 409, "duty-period");
        assertThat(people.approve(people.requested(longAgo)).statusCode()).isEqualTo(200);
    }

    private static String disclosure(String client, String when) {
        return """
                {"type":"seenby.information-disclosed.v1","eventId":"%s","occurredAt":"%s",\
                "actor":{"id":"clerk-1","kind":"workforce"},"clients":[{"id":"%s"}],\
                "recipient":{"name":"A court"},"channel":"paper","what":"The file."}""".formatted(Reports.newId(), when, client);
    }

    @Test
    void aRequestThatIsTooOldIsGone() {
        String duty = people.requested(people.newClient());
        Restored.sql("update keys.duties set until = now() - interval '1 second' where duty = '%s'".formatted(duty));

        assertProblem(people.approve(duty), 410, "duty-expired");
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatHasNoShapeIsRefused() {
        assertProblem(people.request("client-never-seen"), 404, "not-found");
        assertProblem(people.approve("no-such-duty"), 404, "not-found");
        Client.openTenant("erasing-elsewhere");
        String duty = people.requested(people.newClient());
        assertProblem(new Officers("erasing-elsewhere").approve(duty), 404, "not-found");
        HttpResponse<String> shapeless = people.officer()
                .post("/v1/duties", "application/json", "{\"duty\":\"client-erasure\",\"reason\":\"\"}");
        assertProblem(shapeless, 400, "invalid-report");
        assertThat(shapeless.body()).contains("\"pointer\":\"/client\"", "\"pointer\":\"/reason\"");
    }
}
