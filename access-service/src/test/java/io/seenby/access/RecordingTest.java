package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class RecordingTest {

    @BeforeAll
    static void open() {
        Client.openTenant("harbor-law");
    }

    @Test
    void recordsOneEvent() {
        HttpResponse<String> response = Client.publisher("harbor-law").event(Reports.read(Reports.newId(), "client-1"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    @Test
    void recordsABatchOfLines() {
        List<JsonNode> results = Client.publisher("harbor-law")
                .lines(Reports.read(Reports.newId(), "client-1") + "\n\n" + Reports.read(Reports.newId(), "client-2"));
        assertThat(results)
                .hasSize(2)
                .allMatch(result -> result.get("status").asText().equals("recorded"));
    }
}
