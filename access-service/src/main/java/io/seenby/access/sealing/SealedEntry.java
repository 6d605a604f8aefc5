package io.seenby.access.sealing;

import io.seenby.events.EventType;
import java.time.Instant;

/**
 * A ledger record but for its position and the MAC, whose key depends on the partition.
 *
 * @param value canonical JSON
 */
public record SealedEntry(Identity identity, EventType type, Instant occurredAt, Instant recordedAt, byte[] value) {}
