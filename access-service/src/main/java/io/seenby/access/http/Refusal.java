package io.seenby.access.http;

import io.seenby.access.problem.Problem;

/** Carries a problem from where it is seen to where it is answered, within one request. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
