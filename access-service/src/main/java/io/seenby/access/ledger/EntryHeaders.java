package io.seenby.access.ledger;

import io.seenby.access.sealing.Identity;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.trace.Traceparent;
import io.seenby.events.CloudEventAttributes;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a ledger record: CloudEvents attributes for tools, the MAC for the projector, and where a trace goes on. */
final class EntryHeaders {

    private EntryHeaders() {}

    static Headers of(SealedEntry entry, byte[] mac) {
        Identity identity = entry.identity();
        RecordHeaders headers = new RecordHeaders();
        CloudEventAttributes.ofEntry(
                        identity.tenant(), identity.publisher(), identity.eventId(), entry.type(), entry.occurredAt())
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        headers.add(CloudEventAttributes.MAC_HEADER, mac);
        entry.traceparent()
                .ifPresent(trace -> headers.add(Traceparent.HEADER, trace.getBytes(StandardCharsets.US_ASCII)));
        return headers;
    }
}
