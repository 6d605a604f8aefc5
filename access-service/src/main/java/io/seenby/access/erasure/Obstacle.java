package io.seenby.access.erasure;

import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import java.util.Optional;

/** Why a client is not erased now. */
enum Obstacle {
    NOTHING(Optional.empty()),
    HELD(Optional.of(Problem.of(
            ProblemType.LEGAL_HOLD, "Nothing about the client is erased before every legal hold on it is released."))),
    ACCOUNTED(Optional.of(Problem.of(
            ProblemType.DUTY_PERIOD,
            "Information about the client was disclosed within the period that can be asked to be accounted for."))),
    UNKNOWN(Optional.of(Problem.of(ProblemType.NOT_FOUND, "Nothing is sealed here about such a client.")));

    private final Optional<Problem> problem;

    Obstacle(Optional<Problem> problem) {
        this.problem = problem;
    }

    /** Empty for no obstacle. */
    Optional<Problem> problem() {
        return problem;
    }
}
