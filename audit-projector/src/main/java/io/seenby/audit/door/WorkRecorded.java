package io.seenby.audit.door;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** The ledger has what somebody did (acks=all), as this entry of its tenant, at this offset of this partition. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkRecorded(String publisher, String eventId, Instant recordedAt, int partition, long offset) {}
