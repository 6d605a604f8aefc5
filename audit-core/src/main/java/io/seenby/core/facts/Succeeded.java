package io.seenby.core.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * All that is known of one subject in one respect from a moment on, until a row with a later moment takes over (of two
 * with the same moment: the one known later).
 */
public sealed interface Succeeded permits ActorStanding, ClientTokens, ClientTraits {

    /** Which row of a subject is in force: the greatest of those that have begun. */
    Comparator<Succeeded> IN_FORCE = Comparator.comparing(Succeeded::from).thenComparing(Succeeded::knownIndex);

    Instant from();

    /** Ledger index of the entry that stated it. */
    long knownIndex();

    /** Of one subject's rows the one in force. */
    static <F extends Succeeded> Optional<F> inForce(Collection<F> rows, Instant moment) {
        return rows.stream().filter(row -> !moment.isBefore(row.from())).max(IN_FORCE);
    }
}
