package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.IntegrityDoubt;
import io.seenby.events.LedgerEvent;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class DoubtsTest {

    private static final String TENANT = "doubts";

    private final Client service = Client.with(Map.of("role", "service", "sub", "audit-projector"));

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private int status(Client client, String doubt) {
        return client.post("/v1/doubts", "application/json", doubt).statusCode();
    }

    @Test
    void aDoubtIsAnEntryOfTheTenantWhenItIsAnswered() {
        assertThat(status(service, "{\"tenant\":\"doubts\",\"doubt\":\"views-differ\",\"position\":42}"))
                .isEqualTo(204);

        assertThat(LedgerReader.entries(TENANT)).anySatisfy(entry -> {
            assertThat(entry.event()).isEqualTo(new LedgerEvent.IntegrityDoubted(IntegrityDoubt.VIEWS_DIFFER, 42));
            assertThat(entry.publisher().value()).isEqualTo("audit-projector");
            assertThat(entry.clients()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tenant\":\"doubts\",\"doubt\":\"bad-mood\",\"position\":42}",
                "{\"tenant\":\"doubts\",\"doubt\":\"views-differ\",\"position\":-1}",
                "{\"tenant\":\"doubts\",\"doubt\":\"views-differ\"}",
                "{\"tenant\":\"doubts\",\"doubt\":\"views-differ\",\"position\":1,\"why\":\"so\"}",
                "[]",
                "{"
            })
    void whatHasNotItsShapeIsRefused(String doubt) {
        assertThat(status(service, doubt)).isEqualTo(400);
    }

    @Test
    void onlyTheServiceDoubtsAndOnlyAboutTenantsThatAreOpen() {
        String doubt = "{\"tenant\":\"doubts\",\"doubt\":\"views-differ\",\"position\":1}";

        assertThat(status(Client.publisher(TENANT), doubt)).isEqualTo(403);
        assertThat(status(service, doubt.replace("doubts\"", "nobody\""))).isEqualTo(403);
    }
}
