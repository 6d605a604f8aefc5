package io.seenby.core.habit;

import io.seenby.events.Actor;
import java.util.Optional;

/**
 * Those who do the same work: one role in one department, in the publisher's codes; of what is not stated the code is empty.
 */
public record Peers(String department, String role) {

    /** Empty if neither is stated: then nobody is known to do the same. */
    public static Optional<Peers> of(Actor actor) {
        return actor.department().isEmpty() && actor.role().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Peers(actor.department().orElse(""), actor.role().orElse("")));
    }
}
