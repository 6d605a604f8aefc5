package io.seenby.core.facts;

import io.seenby.events.ClientRef;
import io.seenby.events.Trait;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * All traits of a client from a moment on.
 *
 * @param knownIndex ledger index of the entry that stated it
 */
public record ClientTraits(ClientRef client, Set<Trait> traits, Instant from, long knownIndex) implements Succeeded {

    public ClientTraits {
        traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    }

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
