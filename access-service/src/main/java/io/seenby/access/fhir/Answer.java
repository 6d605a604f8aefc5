package io.seenby.access.fhir;

import io.seenby.access.intake.Outcome;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.shape.Violation;
import java.util.List;
import java.util.Optional;

/** What a FHIR client gets to know of one resource. */
sealed interface Answer {

    record Recorded(Outcome.Recorded outcome) implements Answer {}

    /** @param flaws the problem as places in the resource; at least one */
    record Failed(Problem problem, List<Flaw> flaws) implements Answer {}

    static Answer of(Outcome outcome, String resourceType) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> new Recorded(recorded);
            case Outcome.Refused refused -> failed(refused.problem(), resourceType);
            case Outcome.Unavailable unavailable -> failed(unavailable.problem(), resourceType);
        };
    }

    /** Of a request that was not looked at. */
    static Answer.Failed of(Problem problem) {
        return failed(problem, "Resource");
    }

    static Answer.Failed of(Mapping.Refused refused) {
        List<Violation> errors = refused.flaws().stream()
                .map(flaw -> new Violation(flaw.pointer(), flaw.message()))
                .toList();
        Problem problem = new Problem(
                type(refused.flaws()), "Mend what is named in errors, if it can be.", errors, Optional.empty());
        return new Failed(problem, refused.flaws());
    }

    static Answer.Failed failed(ProblemType type, Flaw.Kind kind, String expression, String message) {
        return new Failed(
                Problem.of(type, sentence(expression, message)), List.of(new Flaw(kind, expression, message)));
    }

    /** The intake names fields of the report, which its sender never saw: they become part of the message. */
    private static Answer.Failed failed(Problem problem, String resourceType) {
        if (problem.errors().isEmpty()) {
            return new Failed(problem, List.of(new Flaw(Flaw.Kind.of(problem.type()), resourceType, problem.detail())));
        }
        return new Failed(
                problem,
                problem.errors().stream()
                        .map(error -> new Flaw(
                                Flaw.Kind.VALUE,
                                resourceType,
                                "cannot be kept: " + error.pointer() + " " + error.message()))
                        .toList());
    }

    private static ProblemType type(List<Flaw> flaws) {
        if (flaws.stream().anyMatch(flaw -> flaw.kind() == Flaw.Kind.TOO_LONG)) {
            return ProblemType.TOO_LARGE;
        }
        boolean malformed = flaws.stream().allMatch(flaw -> flaw.kind().isOfForm());
        return malformed ? ProblemType.INVALID : ProblemType.NOT_RECORDABLE;
    }

    private static String sentence(String expression, String message) {
        return expression + " " + message + ".";
    }
}
