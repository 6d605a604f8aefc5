package io.seenby.access.kafka;

import io.seenby.access.http.ProblemResponse;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public half of the key that reports on Kafka are sealed to, for anybody. */
@Path("/v1/intake/key")
@Tag(name = "publishers")
class IntakeKeyResource {

    private final IntakeKey key;

    IntakeKeyResource(IntakeKey key) {
        this.key = key;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "intakeKey",
            summary = "The key that reports on Kafka are sealed to",
            description =
                    "A public Tink keyset (HPKE). The context is the name of the topic that the report is sent to.")
    @APIResponse(responseCode = "200", description = "The public keyset")
    @APIResponse(responseCode = "404", description = "Nothing is taken from Kafka here")
    public Response key() {
        return key.published()
                .map(keyset ->
                        Response.ok(keyset).type(MediaType.APPLICATION_JSON).build())
                .orElseGet(() ->
                        ProblemResponse.of(Problem.of(ProblemType.NOT_FOUND, "Nothing is taken from Kafka here.")));
    }
}
