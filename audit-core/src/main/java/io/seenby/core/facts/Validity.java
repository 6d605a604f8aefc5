package io.seenby.core.facts;

import java.time.Instant;
import java.util.Optional;

/** A half-open period: from its first moment to just before its last. */
final class Validity {

    private Validity() {}

    static boolean covers(Instant from, Optional<Instant> until, Optional<Ending> ended, Instant moment) {
        return !moment.isBefore(from)
                && until.map(moment::isBefore).orElse(true)
                && ended.map(ending -> moment.isBefore(ending.at())).orElse(true);
    }
}
