package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.intake.Outcome;
import java.util.List;

/** Answers as FHIR OperationOutcomes. */
final class OperationOutcomes {

    private OperationOutcomes() {}

    static ObjectNode of(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded -> position(recorded.outcome());
            case Answer.Failed failed -> errors(failed.flaws());
        };
    }

    /** There is no Location, for what is recorded here is read elsewhere, by others. */
    private static ObjectNode position(Outcome.Recorded recorded) {
        return issue(
                outcome(),
                "information",
                "informational",
                "recorded: eventId " + recorded.eventId() + ", partition " + recorded.partition() + ", offset "
                        + recorded.offset() + ", leaf hash " + recorded.leaf());
    }

    private static ObjectNode errors(List<Flaw> flaws) {
        ObjectNode outcome = outcome();
        for (Flaw flaw : flaws) {
            String at = flaw.pointer().isEmpty() ? "" : " (at " + flaw.pointer() + ")";
            issue(outcome, "error", flaw.kind().code(), flaw.expression() + " " + flaw.message() + at);
            ((ObjectNode) outcome.withArray("issue")
                            .get(outcome.withArray("issue").size() - 1))
                    .putArray("expression")
                    .add(flaw.expression());
        }
        return outcome;
    }

    private static ObjectNode outcome() {
        return JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
    }

    private static ObjectNode issue(ObjectNode outcome, String severity, String code, String diagnostics) {
        outcome.withArray("issue")
                .addObject()
                .put("severity", severity)
                .put("code", code)
                .put("diagnostics", diagnostics);
        return outcome;
    }
}
