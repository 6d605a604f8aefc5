package io.seenby.core.facts;

import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.ConsentRef;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client permits or refuses, as one entry stated it; restated, it is another row, as a {@link Relationship} is.
 * An empty collection means "any". The sets iterate in their natural order, so that what is written of them is the same
 * on every machine.
 *
 * @param from first moment it is valid at
 * @param until first moment it is valid no more, as stated; empty: open
 * @param knownIndex ledger index of the entry that stated it
 * @param revoked what ended it before its time
 */
public record Consent(
        ConsentRef ref,
        ClientRef client,
        ConsentDecision decision,
        List<String> recordTypes,
        Set<Purpose> purposes,
        Set<RecipientRef> recipients,
        Instant from,
        Optional<Instant> until,
        long knownIndex,
        Optional<Ending> revoked)
        implements Stated {

    public Consent {
        recordTypes = List.copyOf(recordTypes);
        purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
        recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
    }

    /** Natural key of the row. */
    public record Key(ConsentRef ref, ClientRef client, long knownIndex) implements Comparable<Key> {

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
        return Validity.covers(from, until, revoked, moment);
    }

    /** It would hold at that moment, had the client not revoked it before. */
    public boolean wasRevokedBefore(Instant moment) {
        return !holdsAt(moment) && Validity.covers(from, until, Optional.empty(), moment);
    }

    /** What is not stated ({@code purpose}, {@code recordType}) is covered only by a consent to any. */
    public boolean covers(RecipientRef recipient, Optional<Purpose> purpose, Optional<String> recordType) {
        return (recipients.isEmpty() || recipients.contains(recipient))
                && (purposes.isEmpty() || purpose.map(purposes::contains).orElse(false))
                && (recordTypes.isEmpty()
                        || recordType.map(recordTypes::contains).orElse(false));
    }

    /** The same with this revocation, unless it was revoked sooner. */
    public Consent revokedBy(Ending ending) {
        return new Consent(
                ref,
                client,
                decision,
                recordTypes,
                purposes,
                recipients,
                from,
                until,
                knownIndex,
                Optional.of(ending.unless(revoked)));
    }

    /** Says the same, revocation included, whenever it was said. */
    public boolean saysTheSameAs(Consent other) {
        return equals(new Consent(
                other.ref,
                other.client,
                other.decision,
                other.recordTypes,
                other.purposes,
                other.recipients,
                other.from,
                other.until,
                knownIndex,
                other.revoked));
    }
}
