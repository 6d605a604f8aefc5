package io.seenby.audit.http;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes once what every question has in common: its refusals, and the header that says why one asks. */
public class CommonAnswers implements OASFilter {

    /** In one order, so that the document is the same after each build. */
    private static final Map<String, String> REFUSALS = new TreeMap<>(
            Map.of(
                    "400", "The question is malformed; errors names what and why.",
                    "401", "No valid token of the issuer for this audience.",
                    "403", "The token's roles may not ask this, or it names no tenant.",
                    "503",
                            "The views or the ledger cannot be reached: no record of the question, no answer. See Retry-After."));

    @Override
    public Operation filterOperation(Operation operation) {
        REFUSALS.forEach((status, meaning) -> operation.getResponses().addAPIResponse(status, refusal(meaning)));
        boolean described = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> Askers.PURPOSE_HEADER.equals(parameter.getName()));
        if (!described) {
            operation.addParameter(purpose());
        }
        return operation;
    }

    private static APIResponse refusal(String meaning) {
        Schema problem =
                OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description("Problem details, RFC 9457.");
        return OASFactory.createAPIResponse()
                .description(meaning)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType().schema(problem)));
    }

    private static Parameter purpose() {
        return OASFactory.createParameter()
                .name(Askers.PURPOSE_HEADER)
                .in(Parameter.In.HEADER)
                .description("Why one asks: a purpose code; recorded as routine-review without it.")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
