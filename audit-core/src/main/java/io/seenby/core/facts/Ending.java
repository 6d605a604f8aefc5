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

    /** Of two endings the one that ends sooner; of two equal ones the one that was known first. */
    static Ending sooner(Ending known, Optional<Ending> other) {
        return other.filter(ending -> ending.at().isBefore(known.at())).orElse(known);
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
