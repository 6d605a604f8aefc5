package io.seenby.bench.witnessed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.bench.NotMeasured;

/**
 * The answer to one report.
 *
 * @param receivedAt when the answer was there, by the nanoseconds of this JVM
 * @param signature of the group that the receipt was signed with
 */
record Receipt(Place place, long receivedAt, String signature) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where an entry stands in the log. */
    record Place(int partition, long offset) {}

    static Receipt of(String answer, long receivedAt) {
        try {
            var json = MAPPER.readTree(answer);
            var receipt = json.path("receipt").asText();
            if (receipt.isEmpty()) {
                throw new NotMeasured("a report was recorded without a receipt");
            }
            var place = new Place(
                    json.path("partition").asInt(-1), json.path("offset").asLong(-1));
            return new Receipt(
                    place, receivedAt, receipt.stripTrailing().lines().reduce("", (before, line) -> line));
        } catch (JsonProcessingException noJson) {
            throw new NotMeasured("a report was answered " + answer, noJson);
        }
    }
}
