package io.seenby.audit.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.BreachAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of alerts, the latest raised or changed first. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of alerts, the latest raised or changed first.")
public record AlertPage(
        @Schema(description = "The tenant's next ledger index when this was read.")
        long position,

        @Schema(description = "Ordinal of the latest alert revision when this was read: follow the stream from here.")
        long ordinal,

        @Schema(
                description = "Each in its latest revision, as on the topic breach-alerts, with work: its status (open,"
                        + " acknowledged, assigned, suppressed or judged), and what counts of acknowledged, assigned (to),"
                        + " suppressed (until) and judged (judgement), each by whom, when, and in which entry.")
        List<JsonNode> alerts,

        @Schema(description = "Cursor of the next page, for the parameter after; absent on the last.")
        Optional<String> next) {

    /** One alert with its history. */
    @Schema(name = "AlertDetail", description = "One alert with its history.")
    public record Detail(
            @Schema(description = "The tenant's next ledger index when this was read.")
            long position,

            @Schema(description = "The latest revision with its work, as in the list.")
            JsonNode alert,

            @Schema(description = "All revisions, the first raised first.")
            List<Step> revisions) {}

    /** One revision in an alert's history. */
    @Schema(name = "AlertStep")
    public record Step(int revision, long ordinal, String severity, String status, Instant raisedAt) {

        static Step of(Revision revision) {
            BreachAlert alert = revision.alert();
            return new Step(
                    alert.revision(),
                    alert.ordinal(),
                    alert.severity().wire(),
                    alert.status().wire(),
                    alert.raisedAt());
        }
    }
}
