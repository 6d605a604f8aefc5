package io.seenby.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry with all that stands in clear, and its text where it was unsealed. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "One entry with all that stands in clear, and its text where it was unsealed.")
public record EntryDetail(
        @Schema(description = "The tenant's next ledger index when this was read.")
        long position,

        TrailEntry entry,

        @Schema(
                description = "The ledger's value without its boxes, as the schema of its type says.",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        JsonNode fields,

        @Schema(description = "Boxes of text in this entry, unopened.")
        List<Box> sealed,

        @Schema(description = "Only with unseal=true.") Optional<Unsealed> unsealed) {

    /** A box, by whose key opens it. */
    @Schema(name = "Box", description = "subject is a client's ref, tenant, or shared.")
    public record Box(String subject, String keyId) {}

    /** Opened text. */
    @Schema(name = "Unsealed")
    public record Unsealed(
            @Schema(description = "Text by JSON pointer into the report.")
            Map<String, String> texts,

            @Schema(description = "Subjects whose key is destroyed: their text is gone.")
            List<String> erased) {}
}
