package io.seenby.audit.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.seenby.audit.http.Asker;
import io.seenby.events.SealedBox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What access-service is told about a question, so that it records an {@code AuditQueried}. Codes are wire names.
 *
 * @param asked the question's parameters as canonical JSON, refs only
 * @param clients whose information the answer shows, distinct, at most 1,000
 * @param position ledger position of the tenant that the answer was prepared at
 * @param count things in the answer
 * @param digest SHA-256 over their ids, base64url
 * @param open boxes that the answer needs opened, by the entry they stand in
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QuestionReport(
        String tenant,
        Actor actor,
        String question,
        Optional<String> purpose,
        String asked,
        List<String> clients,
        long position,
        long count,
        String digest,
        List<Boxes> open,
        Optional<Lookup> lookup) {

    /** Who asks; {@code id} and {@code name} are plain here, access-service seals them. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Actor(String id, String kind, Optional<String> name, Optional<String> role) {

        public static Actor of(Asker asker) {
            // Of several roles the one that may most; their names happen to sort like that.
            Optional<String> strongest = asker.roles().stream().max(Comparator.naturalOrder());
            return new Actor(asker.subject(), asker.kind().wire(), asker.name(), strongest);
        }
    }

    /** The boxes of one entry. */
    public record Boxes(String publisher, String eventId, List<SealedBox> sealed) {}

    /** A plain id to be turned into its ref; {@code type} only for a record. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Lookup(String kind, String id, Optional<String> type) {}
}
