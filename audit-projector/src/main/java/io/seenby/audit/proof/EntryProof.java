package io.seenby.audit.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a stranger needs to check that an entry stands in the ledger. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(
        name = "EntryProof",
        description = "The value's bytes and their place in a signed tree: leaf hash = SHA-256(0x00 ‖ value).")
public record EntryProof(
        @Schema(description = "The ledger record's value, byte for byte, in base64. Its text is sealed.")
        String value,

        @Schema(
                description = "Index, path and cosigned checkpoint in the format C2SP tlog-proof, to be stored as it is"
                        + " and checked offline.")
        String proof) {}
