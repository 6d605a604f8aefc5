package io.seenby.core.explanation;

import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.WireCode;
import java.util.List;

/** What is to be said of one actor's access to one client, by the facts known at its entry. */
public sealed interface Explanation {

    Explanation UNEXPLAINED = new Unexplained();

    /** How the actor is connected with the client. */
    enum Path implements WireCode {
        /** A relationship names the actor. */
        DIRECT_TIE("direct-tie"),
        /** The actor is in a team that a relationship names. */
        TEAM_TIE("team-tie"),
        /** Somebody who answers to the actor is tied, directly or by team. */
        SUPERVISION("supervision");

        private final String wire;

        Path(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    /** What contradicts an access, whatever explains it. */
    enum Against implements WireCode {
        /** An ethical wall keeps the actor away from the client. */
        WALL("wall"),
        /** The actor's employment had ended. */
        DEPARTURE("departure");

        private final String wire;

        Against(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    /**
     * Facts connect the two.
     *
     * @param relationship that ties the client; {@code tie} is its kind
     * @param steps from the actor to the client, 1 for a direct tie to 3
     * @param evidence ledger indexes of the facts used, ascending, each once
     */
    record Explained(Path path, RelationshipRef relationship, RelationshipKind tie, int steps, List<Long> evidence)
            implements Explanation {

        public Explained {
            evidence = List.copyOf(evidence);
        }
    }

    /** Nothing known connects the two. */
    record Unexplained() implements Explanation {}

    /** @param evidence as in {@link Explained} */
    record Contradicted(Against against, List<Long> evidence) implements Explanation {

        public Contradicted {
            evidence = List.copyOf(evidence);
        }
    }
}
