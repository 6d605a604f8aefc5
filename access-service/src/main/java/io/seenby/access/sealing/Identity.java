package io.seenby.access.sealing;

import io.seenby.events.EventId;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import java.nio.charset.StandardCharsets;

/** The identity of an entry for the life of the ledger. */
public record Identity(TenantId tenant, PublisherId publisher, EventId eventId) {

    /** The associated data of one of the entry's boxes: a box moved to another entry or subject does not open. */
    byte[] box(String subject, String keyId) {
        return String.join("\0", tenant.value(), publisher.value(), eventId.value(), subject, keyId)
                .getBytes(StandardCharsets.UTF_8);
    }
}
