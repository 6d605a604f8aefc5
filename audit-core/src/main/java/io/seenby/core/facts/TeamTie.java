package io.seenby.core.facts;

import io.seenby.events.ClientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.TeamRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One team tied to one client, as one entry stated it; restated and ended as a {@link Relationship} is. It ties whoever
 * is in the team at the moment asked about.
 *
 * @param from first moment it is valid at
 * @param until first moment it is valid no more, as stated; empty: open
 * @param knownIndex ledger index of the entry that stated it
 * @param ended what ended it before its time
 */
public record TeamTie(
        RelationshipRef ref,
        TeamRef team,
        ClientRef client,
        RelationshipKind kind,
        Instant from,
        Optional<Instant> until,
        long knownIndex,
        Optional<Ending> ended)
        implements Lasting<TeamTie> {

    /** Natural key of the row. */
    public record Key(RelationshipRef ref, TeamRef team, ClientRef client, long knownIndex) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::ref)
                .thenComparing(Key::team)
                .thenComparing(Key::client)
                .thenComparing(Key::knownIndex);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Key key() {
        return new Key(ref, team, client, knownIndex);
    }

    @Override
    public boolean holdsAt(Instant moment) {
        return Validity.covers(from, until, ended, moment);
    }

    @Override
    public TeamTie endedBy(Ending ending) {
        return new TeamTie(ref, team, client, kind, from, until, knownIndex, Optional.of(ending.unless(ended)));
    }

    @Override
    public boolean saysTheSameAs(TeamTie other) {
        return equals(new TeamTie(
                other.ref, other.team, other.client, other.kind, other.from, other.until, knownIndex, other.ended));
    }
}
