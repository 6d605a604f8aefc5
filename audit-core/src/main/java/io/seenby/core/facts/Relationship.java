package io.seenby.core.facts;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One actor tied to one client, as one entry stated it. Stated again, it is another row; for a moment the row stated
 * last among those that had begun by then is in force.
 *
 * @param from first moment it is valid at
 * @param until first moment it is valid no more, as stated; empty: open
 * @param knownIndex ledger index of the entry that stated it
 * @param ended what ended it before its time
 */
public record Relationship(
        RelationshipRef ref,
        ActorRef actor,
        ClientRef client,
        RelationshipKind kind,
        Instant from,
        Optional<Instant> until,
        long knownIndex,
        Optional<Ending> ended)
        implements Lasting<Relationship> {

    /** Natural key of the row. */
    public record Key(RelationshipRef ref, ActorRef actor, ClientRef client, long knownIndex)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::ref)
                .thenComparing(Key::actor)
                .thenComparing(Key::client)
                .thenComparing(Key::knownIndex);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Key key() {
        return new Key(ref, actor, client, knownIndex);
    }

    public Tie tie() {
        return new Tie(actor, client);
    }

    @Override
    public boolean holdsAt(Instant moment) {
        return Validity.covers(from, until, ended, moment);
    }

    @Override
    public Relationship endedBy(Ending ending) {
        return new Relationship(ref, actor, client, kind, from, until, knownIndex, Optional.of(ending.unless(ended)));
    }

    @Override
    public boolean saysTheSameAs(Relationship other) {
        return equals(new Relationship(
                other.ref, other.actor, other.client, other.kind, other.from, other.until, knownIndex, other.ended));
    }
}
