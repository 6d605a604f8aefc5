package io.seenby.core.detection;

import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Which reviews count: those of a person who did not do it. Nobody watches over themselves, and no program does it. */
final class Review {

    private Review() {}

    /** The clients of whom the review speaks, in order; empty if it does not count. */
    static Collection<ClientRef> clients(Indexed entry, LedgerEvent.ExceptionReviewed review) {
        boolean own = entry.entry().actor().ref().equals(review.accessor().ref());
        return own || !Judged.byPerson(entry.entry().actor().kind())
                ? List.of()
                : new TreeSet<>(entry.entry().clients());
    }

    static boolean covers(LedgerEvent.ExceptionReviewed review, Instant moment) {
        return !moment.isBefore(review.from()) && moment.isBefore(review.until());
    }
}
