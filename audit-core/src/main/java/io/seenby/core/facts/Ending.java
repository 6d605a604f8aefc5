package io.seenby.core.facts;

import java.time.Instant;
import java.util.Optional;

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
}
