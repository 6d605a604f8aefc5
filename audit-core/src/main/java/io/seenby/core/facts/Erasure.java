package io.seenby.core.facts;

import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.Comparator;

/**
 * A client's text was made unreadable.
 *
 * @param at when that was decided
 * @param knownIndex ledger index of the entry that says so: what stands after it is of a client who should be forgotten
 */
public record Erasure(ClientRef client, Instant at, long knownIndex) {

    /** Natural key of the row. */
    public record Key(ClientRef client, long knownIndex) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::client).thenComparing(Key::knownIndex);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Key key() {
        return new Key(client, knownIndex);
    }
}
