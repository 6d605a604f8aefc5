package io.seenby.audit.postgres;

import io.seenby.core.detection.Indexed;

/** A record with the identity of the entry at {@code firstIndex} and other content. */
public record ConflictRow(Indexed indexed, long offset, long firstIndex, byte[] value) {}
