package io.seenby.core.detection;

import io.seenby.events.RelationshipRef;

/**
 * What made an access appropriate after all.
 *
 * @param index ledger index of the entry that stated the relationship
 */
public record Explained(RelationshipRef relationship, long index) {}
