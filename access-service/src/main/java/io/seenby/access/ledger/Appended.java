package io.seenby.access.ledger;

import io.seenby.access.problem.Problem;

/** What became of one entry's append. */
public sealed interface Appended {

    /** All replicas have it, at this offset of this partition. */
    record At(int partition, long offset) implements Appended {}

    /** We don't know that they have it. It may be there: sending again under the same identity is safe. */
    record Unknown(Problem problem) implements Appended {}
}
