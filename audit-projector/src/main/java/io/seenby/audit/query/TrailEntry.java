package io.seenby.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.seenby.audit.proof.EntryProof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry as the trail shows it: refs and codes, no text. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "One entry of the trail: refs and codes, no text.")
public record TrailEntry(
        @Schema(description = "Name of the entry in this API.")
        String id,

        @Schema(description = "Ledger index: place in the tenant's order, from 0.")
        long position,

        @Schema(description = "When it happened, by the publisher.")
        Instant occurredAt,

        @Schema(description = "When the ledger took it.") Instant recordedAt,

        @Schema(description = "Wire name of the event with its version.")
        String type,

        String publisher,

        @Schema(description = "The publisher's own id of the event.")
        String eventId,

        Who actor,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "Refs of the clients it concerns.")
        List<String> clients,

        Optional<What> record,
        Optional<String> action,
        Optional<String> outcome,
        Optional<String> purpose,

        @Schema(description = "Recorded more than 30 days after it happened.")
        boolean late,

        @Schema(
                description =
                        "Why it was appropriate, for each client; only of a record that a person opened, exported or"
                                + " printed. Searches are not judged.")
        List<Reason> explanations,

        @Schema(description = "What the rules think of it, if anything.")
        List<Judgement> findings,

        @Schema(description = "Only with proof=true, once a published checkpoint covers the entry.")
        Optional<EntryProof> proof) {

    TrailEntry with(Optional<EntryProof> found) {
        return new TrailEntry(
                id,
                position,
                occurredAt,
                recordedAt,
                type,
                publisher,
                eventId,
                actor,
                clients,
                record,
                action,
                outcome,
                purpose,
                late,
                explanations,
                findings,
                found);
    }

    /** Who looked. */
    @Schema(name = "Who")
    public record Who(String ref, String kind) {}

    /** What was looked at. */
    @Schema(name = "What")
    public record What(String ref, String type, List<String> labels) {}

    /** Why the actor could look at one client, by what was known when the entry was recorded. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "Reason", description = "Why the actor could look at a client, by what was known at the entry.")
    public record Reason(
            @Schema(description = "Ref of the client.") String client,

            @Schema(
                    enumeration = {"explained", "unexplained", "contradicted"},
                    description = "contradicted beats explained.")
            String verdict,

            @Schema(
                    enumeration = {"direct-tie", "team-tie", "supervision", "wall", "departure"},
                    description = "How the two are connected, or what contradicts the access.")
            Optional<String> kind,

            @Schema(description = "Kind of the relationship that connects them.")
            Optional<String> tie,

            @Schema(description = "Ids of the entries that stated the facts used.")
            List<String> evidence) {}

    /** A finding about this entry. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "Judgement")
    public record Judgement(
            String id,
            String rule,
            String client,
            String status,

            @Schema(description = "Id of the entry that explained it later.")
            Optional<String> explainedBy) {}
}
