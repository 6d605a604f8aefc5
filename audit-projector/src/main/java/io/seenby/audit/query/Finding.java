package io.seenby.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rule thinks of an entry. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "What a rule thinks of an entry.")
public record Finding(
        String id,
        String rule,
        int ruleVersion,

        @Schema(description = "Id of the entry in the trail.")
        String entry,

        String actor,
        String client,
        Instant occurredAt,

        @Schema(description = "open, or explained by a fact.")
        String status,

        @Schema(description = "The fact that makes it appropriate.")
        Optional<String> explanation,

        @Schema(description = "Id of the entry that explained it.")
        Optional<String> explainedBy,

        @Schema(description = "The alert it became part of.")
        Optional<String> alert) {

    /** A page of them, the newest entry first. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "FindingPage", description = "A page of findings, the newest entry first.")
    public record Page(
            @Schema(description = "The tenant's next ledger index when this was read.")
            long position,

            List<Finding> findings,

            @Schema(description = "Cursor of the next page, for the parameter after; absent on the last.")
            Optional<String> next) {}
}
