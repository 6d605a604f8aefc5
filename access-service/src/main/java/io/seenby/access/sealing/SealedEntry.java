package io.seenby.access.sealing;

import io.seenby.events.EventType;
import java.time.Instant;

/**
 * A ledger record but for its position.
 *
 * @param value canonical JSON
 * @param mac over the value, with the id of the ledger key
 */
public record SealedEntry(
        Identity identity, EventType type, Instant occurredAt, Instant recordedAt, byte[] value, byte[] mac) {}
