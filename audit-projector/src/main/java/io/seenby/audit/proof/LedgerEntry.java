package io.seenby.audit.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One leaf of the tenant's tree, with the bytes that it is the hash of where these views hold them. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "LedgerEntry", description = "One record of the ledger: leafHash = SHA-256(0x00 ‖ value).")
public record LedgerEntry(
        @Schema(description = "Ledger index: its place in the tenant's tree.")
        long index,

        @Schema(
                description =
                        "entry; conflict: the identity of an earlier entry with other content; quarantined: proven"
                                + " by no key or not readable; duplicate: an entry that was sent again.")
        String standing,

        @Schema(description = "Offset in the tenant's partition of the topic; absent for a duplicate.")
        Optional<Long> offset,

        @Schema(
                description = "The record's value, byte for byte, in base64. Its text is sealed. Absent for duplicates"
                        + " and for what is quarantined, whose bytes stand on the topic and in exports only.")
        Optional<String> value,

        @Schema(description = "As it stands in the stored tree, in base64.")
        String leafHash) {

    /**
     * Leaves in order.
     *
     * @param position the ledger's size
     * @param next where the next page begins; absent at the ledger's end
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "LedgerEntries", description = "Leaves of the tenant's tree, in order and without a gap.")
    public record Page(List<LedgerEntry> entries, long position, Optional<Long> next) {}
}
