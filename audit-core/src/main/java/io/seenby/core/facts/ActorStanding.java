package io.seenby.core.facts;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.TeamRef;
import io.seenby.events.Tokens;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How somebody stands in the organisation from a moment on.
 *
 * @param teams which the actor is in
 * @param supervisor whom the actor answers to
 * @param ownClient the actor as a client here
 * @param left the actor works here no more; then there is nothing else to say
 * @param knownIndex ledger index of the entry that stated it
 */
public record ActorStanding(
        ActorRef actor,
        SortedSet<TeamRef> teams,
        Optional<ActorRef> supervisor,
        Optional<ClientRef> ownClient,
        Tokens tokens,
        boolean left,
        Instant from,
        long knownIndex)
        implements Succeeded {

    public ActorStanding {
        teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
    }

    /** Of somebody whose employment ended. */
    public static ActorStanding ofWhoLeft(ActorRef actor, Tokens tokens, Instant from, long knownIndex) {
        return new ActorStanding(
                actor, new TreeSet<>(), Optional.empty(), Optional.empty(), tokens, true, from, knownIndex);
    }

    /** Natural key of the row. */
    public record Key(ActorRef actor, long knownIndex) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::actor).thenComparing(Key::knownIndex);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Key key() {
        return new Key(actor, knownIndex);
    }

    /** The actor is known to answer to this one. */
    public boolean answersTo(ActorRef other) {
        return supervisor.filter(other::equals).isPresent();
    }
}
