package io.seenby.access.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEvent.PublisherHeartbeat;
import io.seenby.events.PublisherId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What a report says of the instance that it comes from; kept instead of the report while that waits for the broker. */
public record Sign(PublisherInstance.Key instance, OptionalLong number, Optional<PublisherHeartbeat> heartbeat) {

    /** @param report has the shape of its type */
    public static Sign of(PublisherId publisher, EventType type, JsonNode report) {
        return new Sign(
                new PublisherInstance.Key(publisher, report.path("instance").asText("main")),
                count(report, "sequence"),
                type == EventType.PUBLISHER_HEARTBEAT ? Optional.of(heartbeat(report)) : Optional.empty());
    }

    /** An instance that neither counts nor promises cannot miss anything. */
    boolean opensDeadlines() {
        return number.isPresent() || heartbeat.isPresent();
    }

    private static PublisherHeartbeat heartbeat(JsonNode report) {
        return new PublisherHeartbeat(
                count(report, "highestSequence"),
                Optional.ofNullable(report.get("heardWithin")).map(each -> Duration.ofSeconds(each.longValue())));
    }

    private static OptionalLong count(JsonNode report, String name) {
        return report.has(name) ? OptionalLong.of(report.get(name).longValue()) : OptionalLong.empty();
    }
}
