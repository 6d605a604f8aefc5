package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class TokenTest {

    private static final String TENANT = "tokens";

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private static HttpResponse<String> event(Client client) {
        return client.event(Reports.read(Reports.newId(), "client-1"));
    }

    private static void assertUnauthenticated(Client client) {
        HttpResponse<String> response = event(client);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void withoutAValidTokenNobodyIsHeard() {
        assertUnauthenticated(Client.withoutToken());
        assertUnauthenticated(Client.withToken("nonsense"));
        String good = Client.token(Map.of("role", "publisher", "tenant", TENANT));
        assertUnauthenticated(Client.withToken(good.substring(0, good.length() - 8) + "AAAAAAAA"));
        assertUnauthenticated(Client.with(Map.of("role", "publisher", "tenant", TENANT, "aud", "somebody-else")));
        assertUnauthenticated(Client.with(Map.of("role", "publisher", "tenant", TENANT, "expires_in", "-3600")));
    }

    @Test
    void tokenIsNotBelievedBeyondItsExpiry() throws InterruptedException {
        Client brief = Client.with(Map.of("role", "publisher", "tenant", TENANT, "sub", "ehr", "expires_in", "3"));
        assertThat(event(brief).statusCode()).isEqualTo(201);
        Thread.sleep(4_000);
        assertUnauthenticated(brief);
    }

    @Test
    void tokenForSomethingElseIsForbidden() {
        for (Client client : List.of(
                Client.with(Map.of("role", "auditor", "tenant", TENANT, "sub", "ehr")),
                Client.with(Map.of("role", "administrator", "tenant", TENANT, "sub", "ehr")),
                Client.with(Map.of("role", "publisher", "sub", "ehr")),
                Client.with(Map.of("role", "publisher", "tenant", "Not A Tenant", "sub", "ehr")),
                Client.with(Map.of("role", "publisher", "tenant", TENANT, "sub", "seenby")),
                Client.with(Map.of("role", "publisher", "tenant", TENANT, "sub", "no/such/form")))) {
            HttpResponse<String> response = event(client);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
        }
    }

    @Test
    void answerDoesNotTellWhetherAnotherTenantExists() {
        Client unopened = Client.publisher("never-opened");
        Client mine = Client.publisher(TENANT);
        String event = Reports.read(Reports.newId(), "client-1");
        HttpResponse<String> nobody = unopened.event(event);
        HttpResponse<String> other = mine.post("/v1/events", "application/json", event, "SeenBy-Tenant", "bad-input");
        HttpResponse<String> none = mine.post("/v1/events", "application/json", event, "SeenBy-Tenant", "no-tenant");
        assertThat(nobody.statusCode()).isEqualTo(403);
        assertThat(other.body()).isEqualTo(none.body()).isEqualTo(nobody.body());
    }
}
