package io.seenby.core.facts;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import java.util.Comparator;

/** An actor and a client, related or not; ordered by actor, then client. */
public record Tie(ActorRef actor, ClientRef client) implements Comparable<Tie> {

    private static final Comparator<Tie> ORDER =
            Comparator.comparing(Tie::actor).thenComparing(Tie::client);

    @Override
    public int compareTo(Tie other) {
        return ORDER.compare(this, other);
    }

    /** The subject of alerts about this actor with this client; {@code /} is in no ref. */
    @Override
    public String toString() {
        return actor + "/" + client;
    }
}
