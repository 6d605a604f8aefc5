package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How often an actor looked without a relationship in one core day. While its alert stands open it counts no further;
 * when the day is over it is changed no more.
 *
 * @param start of the core day
 * @param clients with an open finding in this window; once alerted, those that made the alert
 * @param alerted an open alert shows this window
 */
public record RepeatWindow(ActorRef actor, Instant start, SortedSet<ClientRef> clients, boolean alerted) {

    public RepeatWindow {
        clients = Collections.unmodifiableSortedSet(new TreeSet<>(clients));
    }

    /** Natural key of the row. */
    public record Key(ActorRef actor, Instant start) {}

    static RepeatWindow empty(ActorRef actor, Instant start) {
        return new RepeatWindow(actor, start, Collections.emptySortedSet(), false);
    }

    public Key key() {
        return new Key(actor, start);
    }

    RepeatWindow without(Predicate<ClientRef> explained) {
        SortedSet<ClientRef> rest = new TreeSet<>(clients);
        rest.removeIf(explained);
        return new RepeatWindow(actor, start, rest, alerted);
    }
}
