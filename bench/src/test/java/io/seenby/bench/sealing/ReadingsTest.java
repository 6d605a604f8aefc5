package io.seenby.bench.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.events.EventType;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private final Readings readings = new Readings(3, "2026-11-20T09:00:00Z");

    private List<JsonNode> lines(long firstEvent, int firstClient) throws Exception {
        String body = StandardCharsets.US_ASCII
                .decode(readings.numbered(firstEvent, place -> firstClient + place))
                .toString();
        return List.of(
                new ObjectMapper().readTree(body.split("\n")[0]),
                new ObjectMapper().readTree(body.split("\n")[1]),
                new ObjectMapper().readTree(body.split("\n")[2]));
    }

    @Test
    void eachLineIsAReportOfItsOwnAboutItsClient() throws Exception {
        lines(1, 1);
        List<JsonNode> lines = lines(41, 999_998);

        assertThat(lines)
                .allSatisfy(line -> assertThat(Validator.violations(ReportShapes.of(EventType.RECORD_READ), line))
                        .isEmpty());
        assertThat(lines)
                .extracting(line -> line.path("eventId").asText())
                .containsExactly("read-0000000000041", "read-0000000000042", "read-0000000000043");
        assertThat(lines)
                .extracting(line -> line.at("/clients/0/id").asText())
                .containsExactly("client-0999998", "client-0999999", "client-1000000");
        assertThat(lines.getLast().at("/record/id").asText()).isEqualTo("chart-of-1000000");
    }
}
