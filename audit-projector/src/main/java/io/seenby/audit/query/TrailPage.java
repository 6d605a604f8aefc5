package io.seenby.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.seenby.audit.proof.EntryProof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the trail, newest first. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of the trail, newest first.")
public record TrailPage(
        @Schema(description = "The tenant's next ledger index when this was read.")
        long position,

        List<TrailEntry> entries,

        @Schema(description = "Cursor of the next page, for the parameter after; absent on the last.")
        Optional<String> next) {

    TrailPage with(Map<Long, EntryProof> proofs) {
        List<TrailEntry> proven = entries.stream()
                .map(entry -> entry.with(Optional.ofNullable(proofs.get(entry.position()))))
                .toList();
        return new TrailPage(position, proven, next);
    }
}
