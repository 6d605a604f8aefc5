package io.seenby.core.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a fact holds no more.
 *
 * @param at first moment it holds no more
 * @param knownIndex ledger index of the entry that said so
 */
public record Ending(Instant at, long knownIndex) {

    /** This one, unless the other ends as soon: of two equal ones the one that was known first stays. */
    Ending unless(Optional<Ending> known) {
        return known.filter(ending -> !at.isBefore(ending.at())).orElse(this);
    }

    /**
     * What a statement inherits from earlier rows of the same name: an ending that lies after its beginning was said of
     * this very period, and stating the period again does not undo it. Later beginnings start anew.
     */
    public static Optional<Ending> inherited(Stream<Ending> known, Instant from) {
        return known.filter(ending -> from.isBefore(ending.at()))
                .min(Comparator.comparing(Ending::at).thenComparing(Ending::knownIndex));
    }
}
