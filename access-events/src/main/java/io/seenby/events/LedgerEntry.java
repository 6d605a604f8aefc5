package io.seenby.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry's value: an event in its envelope. The payload knows no transport; position and MAC are beside it.
 *
 * @param sequence the publisher instance's own count, 0 to 2^53−1, if it keeps one
 * @param occurredAt when it happened, by the publisher
 * @param recordedAt when access-service took it, by its clock
 * @param purpose why, if the publisher said so
 * @param contentTag keyed digest of what the publisher sent: same identity and tag = duplicate, other tag = conflict
 */
public record LedgerEntry(
        TenantId tenant,
        PublisherId publisher,
        String instance,
        OptionalLong sequence,
        EventId eventId,
        EventType type,
        Instant occurredAt,
        Instant recordedAt,
        Actor actor,
        List<ClientRef> clients,
        Optional<RecordItem> record,
        Optional<Action> action,
        Optional<Outcome> outcome,
        Optional<Purpose> purpose,
        LedgerEvent event,
        List<SealedBox> sealed,
        String contentTag) {}
