package io.seenby.access.intake;

import io.seenby.access.problem.Problem;

/** One place in a batch. */
public sealed interface Item {

    /** A text, not yet looked at. */
    record Text(byte[] json) implements Item {}

    /** What could not even be cut out as a text. */
    record Unreadable(Problem problem) implements Item {}
}
