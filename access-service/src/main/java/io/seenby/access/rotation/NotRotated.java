package io.seenby.access.rotation;

import io.seenby.access.problem.Problem;

/** The ledger did not say that it has the record: it is told again, in the same words. */
final class NotRotated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRotated(Problem problem) {
        super(problem.detail());
    }
}
