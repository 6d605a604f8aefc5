package io.seenby.audit.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.seenby.events.Channel;
import io.seenby.events.RecipientKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One access, as the client is told of it. It names nobody. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "OwnAccess", description = "One access to your information. It names nobody, by name, id or ref.")
public record OwnAccess(
        @Schema(description = "Id of the entry, to ask the organisation about it.")
        String id,

        Instant occurredAt,

        @Schema(description = "read, search, export, print, denied or disclose.")
        String action,

        @Schema(
                description = "Who by their standing, what and why, in one plain sentence.",
                examples = "On 3 March 2026 at 10:15 UTC somebody of the cardiology department, as nurse, opened your"
                        + " laboratory report, for treatment.")
        String sentence,

        @Schema(description = "Of a disclosure, where known: person, organisation, public-body or public.")
        Optional<String> recipient,

        @Schema(description = "Of a disclosure: how it left.")
        Optional<String> channel) {

    static OwnAccess of(long index, Access access) {
        return new OwnAccess(
                Long.toString(index),
                access.occurredAt(),
                access.action().wire(),
                Sentence.of(access),
                access.recipient().map(RecipientKind::wire),
                access.channel().map(Channel::wire));
    }

    /**
     * Accesses, newest first.
     *
     * @param position the tenant's next ledger index when this was read
     * @param next cursor of the next page, for the parameter {@code after}; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "OwnAccesses", description = "Accesses to your information, newest first.")
    public record Page(long position, List<OwnAccess> accesses, Optional<String> next) {}
}
