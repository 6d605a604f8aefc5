package io.seenby.core.detection;

import io.seenby.events.RelationshipRef;
import java.util.Optional;

/**
 * What closed a finding: a relationship that made an access appropriate after all, or a review that was missing.
 *
 * @param relationship empty where it was a review
 * @param index ledger index of the entry that stated the relationship, or of the review
 */
public record Explained(Optional<RelationshipRef> relationship, long index) {

    static Explained by(RelationshipRef relationship, long index) {
        return new Explained(Optional.of(relationship), index);
    }

    static Explained byReview(long index) {
        return new Explained(Optional.empty(), index);
    }
}
