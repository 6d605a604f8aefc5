package io.seenby.bench.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.bench.NotMeasured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When alerts arrived. Each sampled breach happened at a moment of its own; by it its alert is known. */
final class Arrivals {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<Instant, Long> arrivedAt = new HashMap<>();

    /** Notes an alert, given as JSON, that arrived at {@code nanos}; the first arrival counts. */
    synchronized void note(byte[] alert, long nanos) throws IOException {
        JsonNode occurredAt = MAPPER.readTree(alert).path("occurredAt");
        if (occurredAt.isTextual()) {
            arrivedAt.putIfAbsent(Instant.parse(occurredAt.textValue()), nanos);
            notifyAll();
        }
    }

    /**
     * Waits for the alert of what happened at a moment.
     *
     * @throws NotMeasured if it doesn't arrive within the limit
     */
    synchronized long await(Instant occurredAt, Duration limit, String where) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Long nanos = arrivedAt.get(occurredAt);
            if (nanos != null) {
                return nanos;
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new NotMeasured(
                        "a breach raised no alert on the " + where + " within " + limit.toSeconds() + " s");
            }
            wait(left);
        }
    }
}
