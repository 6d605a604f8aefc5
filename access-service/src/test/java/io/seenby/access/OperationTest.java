package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class OperationTest {

    private static final String TENANT = "watched-firm";

    private final Client publisher = Client.publisher(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    @Test
    void metricsCountWithoutNamingAnybody() {
        publisher.event(Reports.read(Reports.newId(), "client-counted"));
        publisher.event("{}");
        String metrics = publisher.get("/q/metrics").body();
        assertThat(metrics)
                .containsPattern("seenby_recorded_total\\{family=\"access\",?\\} [1-9]")
                .containsPattern("seenby_refused_total\\{reason=\"invalid\",?\\} [1-9]")
                .contains("seenby_append_seconds_count")
                .contains("seenby_sealing_seconds_count")
                .contains("seenby_in_flight_bytes")
                .containsPattern("cache_gets_total\\{cache=\"client-keys\",.*result=\"miss\"")
                .doesNotContain(TENANT)
                .doesNotContain("client-counted")
                .doesNotContain("nurse-07");
    }

    @Test
    void schemasOfAllTypesAreServed() {
        JsonNode index = Client.json(publisher.get("/schemas").body());
        assertThat(index).hasSize(EventType.values().length + 1);
        for (JsonNode each : index) {
            JsonNode schema = Client.json(
                    Client.withoutToken().get(each.get("schema").textValue()).body());
            assertThat(schema.get("$id")).isEqualTo(each.get("schema"));
            assertThat(schema.at("/properties/type")).isNotEmpty();
        }
    }

    @Test
    void openApiDescribesEveryDoor() {
        String openApi = publisher.get("/q/openapi").body();
        assertThat(openApi).contains("/v1/events:", "/v1/tenants:", "/v1/questions:", "application/x-ndjson");
        assertThat(publisher.get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }

    /** What callers see never changes unseen: a change shows in the diff of the committed file. */
    @Test
    void openApiIsTheCommittedOne() throws IOException {
        String served = publisher.get("/q/openapi").body();
        Files.writeString(Path.of("target/access-service.yaml"), served);
        assertThat(served)
                .as("if the change is meant: cp access-service/target/access-service.yaml docs/openapi/")
                .isEqualTo(Files.readString(Path.of("../docs/openapi/access-service.yaml")));
    }
}
