package io.seenby.audit.postgres;

import io.seenby.core.detection.Indexed;

/**
 * An accepted entry at its place.
 *
 * @param identity 16-byte digest of tenant, publisher and event id
 * @param value the record's value as it stands in the ledger
 */
public record EntryRow(Indexed indexed, long offset, byte[] identity, byte[] value) {}
