package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whom an actor looked at without a relationship in one core day. When the day is over nothing is added; what is explained
 * later is taken out still.
 *
 * @param start of the core day
 * @param clients with an open finding in this window; no further ones once there are as many as an alert can name
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

    /** With these clients too, as far as there is room. */
    RepeatWindow with(Collection<ClientRef> found) {
        if (clients.size() >= Warning.MOST || clients.containsAll(found)) {
            return this;
        }
        SortedSet<ClientRef> all = new TreeSet<>(clients);
        all.addAll(found);
        return new RepeatWindow(actor, start, all, alerted);
    }

    RepeatWindow shown() {
        return new RepeatWindow(actor, start, clients, true);
    }

    RepeatWindow without(Predicate<ClientRef> explained) {
        SortedSet<ClientRef> rest = new TreeSet<>(clients);
        rest.removeIf(explained);
        return new RepeatWindow(actor, start, rest, alerted);
    }
}
