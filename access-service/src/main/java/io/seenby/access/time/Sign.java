package io.seenby.access.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEvent.PublisherHeartbeat;
import io.seenby.events.PublisherId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a report says that may open deadlines; kept instead of the report while that waits for the broker.
 *
 * @param brokeGlass a record was seen past a barrier, which wants a review
 */
public record Sign(
        PublisherInstance.Key instance,
        OptionalLong number,
        Optional<PublisherHeartbeat> heartbeat,
        boolean brokeGlass) {

    private static final Set<EventType> SEEN =
            EnumSet.of(EventType.RECORD_READ, EventType.RECORD_EXPORTED, EventType.RECORD_PRINTED);

    /** @param report has the shape of its type */
    public static Sign of(PublisherId publisher, EventType type, JsonNode report) {
        return new Sign(
                new PublisherInstance.Key(publisher, report.path("instance").asText("main")),
                count(report, "sequence"),
                type == EventType.PUBLISHER_HEARTBEAT ? Optional.of(heartbeat(report)) : Optional.empty(),
                SEEN.contains(type)
                        && report.path("breakGlass").booleanValue()
                        && !report.path("clients").isEmpty());
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
