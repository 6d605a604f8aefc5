package io.seenby.access.sealing;

import io.seenby.events.EventType;
import java.time.Instant;
import java.util.Optional;

/**
 * A ledger record but for its position and the MAC, whose key depends on the partition.
 *
 * @param value canonical JSON
 * @param traceparent of the trace that it goes on, for a header that proves nothing; empty for almost all
 */
public record SealedEntry(
        Identity identity,
        EventType type,
        Instant occurredAt,
        Instant recordedAt,
        byte[] value,
        Optional<String> traceparent) {

    /** The same entry, in a trace if there is one. */
    public SealedEntry partOf(Optional<String> trace) {
        return trace.isEmpty() ? this : new SealedEntry(identity, type, occurredAt, recordedAt, value, trace);
    }
}
