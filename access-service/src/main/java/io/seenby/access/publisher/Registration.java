package io.seenby.access.publisher;

import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import java.time.Instant;

/**
 * How a publisher stands since its last change.
 *
 * @param ordinal of that change, over all publishers of all tenants; 1 or more
 * @param terms those it had, if it is suspended
 */
public record Registration(
        long ordinal, TenantId tenant, PublisherId publisher, boolean suspended, Terms terms, Instant since) {

    /** Whether it may send such an event now. */
    boolean permits(EventType type) {
        return terms.types().contains(type);
    }
}
