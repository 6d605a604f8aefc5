package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.shape.Moments;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** A batch Bundle in, a batch-response Bundle out: one entry for each, in order. */
final class Bundles {

    private Bundles() {}

    /** Why a Bundle as a whole cannot be taken, if it cannot. */
    static Optional<Answer.Failed> refusal(BundleText bundle) {
        return switch (bundle.type()) {
            case "batch" ->
                bundle.entriesAreAList()
                        ? Optional.empty()
                        : Optional.of(Answer.failed(
                                ProblemType.INVALID, Flaw.Kind.STRUCTURE, "Bundle.entry", "must be an array"));
            case "transaction" ->
                notSupported("is a transaction, which would have to be undone if one entry fails, and"
                        + " nothing is ever undone here: send a batch");
            case "" ->
                Optional.of(
                        Answer.failed(ProblemType.INVALID, Flaw.Kind.REQUIRED, "Bundle.type", "is required: batch"));
            default -> notSupported("is not batch");
        };
    }

    /** Why an entry cannot be taken, before its resource is looked at. */
    static Optional<Answer.Failed> entryRefusal(JsonNode entry) {
        String method = entry.path("request").path("method").asText("POST");
        if (!method.equals("POST")) {
            return Optional.of(Answer.failed(
                    ProblemType.METHOD_NOT_ALLOWED,
                    Flaw.Kind.NOT_SUPPORTED,
                    "Bundle.entry.request.method",
                    "is not POST: nothing here is read, changed or deleted"));
        }
        return entry.path("resource").isObject()
                ? Optional.empty()
                : Optional.of(
                        Answer.failed(ProblemType.INVALID, Flaw.Kind.REQUIRED, "Bundle.entry.resource", "is required"));
    }

    static ObjectNode response(List<Answer> answers, boolean little) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "batch-response");
        if (!answers.isEmpty()) {
            ArrayNode entries = bundle.putArray("entry");
            answers.forEach(answer -> entries.addObject().set("response", response(answer, little)));
        }
        return bundle;
    }

    private static ObjectNode response(Answer answer, boolean little) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        switch (answer) {
            case Answer.Recorded recorded -> {
                response.put("status", "201 Created");
                response.put("lastModified", Moments.write(recorded.outcome().recordedAt()));
                if (!little) {
                    response.set("outcome", OperationOutcomes.of(answer));
                }
            }
            case Answer.Failed failed -> {
                response.put("status", status(failed.problem().type().status()));
                response.set("outcome", OperationOutcomes.of(answer));
            }
        }
        return response;
    }

    private static String status(int code) {
        Status known = Status.fromStatusCode(code);
        return known == null ? Integer.toString(code) : code + " " + known.getReasonPhrase();
    }

    private static Optional<Answer.Failed> notSupported(String message) {
        return Optional.of(Answer.failed(ProblemType.NOT_RECORDABLE, Flaw.Kind.NOT_SUPPORTED, "Bundle.type", message));
    }
}
