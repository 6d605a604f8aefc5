package io.seenby.core.facts;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.TeamRef;
import io.seenby.events.WallRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An ethical wall around one client, as one entry stated it: who must not look. Stated again, it is another row, and its
 * members are those of the row in force, not of both (ABA Model Rules 1.10(a)(2) and 1.11(b): timely screening).
 *
 * @param actors who must not look, {@code teams} likewise: whoever is in one at the moment asked about
 * @param from as in {@link Relationship}; {@code until}, {@code knownIndex} and {@code ended} too
 */
public record Wall(
        WallRef ref,
        ClientRef client,
        SortedSet<ActorRef> actors,
        SortedSet<TeamRef> teams,
        Instant from,
        Optional<Instant> until,
        long knownIndex,
        Optional<Ending> ended)
        implements Lasting<Wall> {

    public Wall {
        actors = Collections.unmodifiableSortedSet(new TreeSet<>(actors));
        teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
    }

    /** Natural key of the row. */
    public record Key(WallRef ref, ClientRef client, long knownIndex) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::ref).thenComparing(Key::client).thenComparing(Key::knownIndex);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Key key() {
        return new Key(ref, client, knownIndex);
    }

    @Override
    public boolean holdsAt(Instant moment) {
        return Validity.covers(from, until, ended, moment);
    }

    /** Somebody in one of these teams must not look. */
    public boolean keepsOut(Collection<TeamRef> memberOf) {
        return memberOf.stream().anyMatch(teams::contains);
    }

    @Override
    public Wall endedBy(Ending ending) {
        return new Wall(ref, client, actors, teams, from, until, knownIndex, Optional.of(ending.unless(ended)));
    }

    @Override
    public boolean saysTheSameAs(Wall other) {
        return equals(new Wall(
                other.ref, other.client, other.actors, other.teams, other.from, other.until, knownIndex, other.ended));
    }
}
