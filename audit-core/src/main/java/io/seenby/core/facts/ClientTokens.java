package io.seenby.core.facts;

import io.seenby.events.ClientRef;
import io.seenby.events.Tokens;
import java.time.Instant;
import java.util.Comparator;

/**
 * The match tokens of a client from a moment on; an entry that states none leaves those known before.
 *
 * @param knownIndex ledger index of the entry that stated it
 */
public record ClientTokens(ClientRef client, Tokens tokens, Instant from, long knownIndex) implements Succeeded {

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
