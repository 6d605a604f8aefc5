package io.seenby.audit.http;

import io.seenby.events.ActorKind;
import io.seenby.events.Purpose;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and why.
 *
 * @param roles of {@link Role} only
 * @param purpose what the header {@code SeenBy-Purpose} says
 * @param until when the token that proves all this expires
 */
public record Asker(
        TenantId tenant,
        String subject,
        ActorKind kind,
        Optional<String> name,
        Set<String> roles,
        Optional<Purpose> purpose,
        Instant until) {

    /** Sealed text is opened for them, for a stated purpose. */
    public boolean mayUnseal() {
        return roles.contains(Role.INVESTIGATOR) || roles.contains(Role.PRIVACY_OFFICER);
    }
}
