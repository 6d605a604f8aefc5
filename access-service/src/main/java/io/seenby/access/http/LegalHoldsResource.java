package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.erasure.LegalHolds;
import io.seenby.access.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a privacy officer says that nothing about a client may be erased, or may be again. Ids stand in no URL. */
@Path("/v1/legal-holds")
@Tag(name = "legal holds")
class LegalHoldsResource {

    private final LegalHolds holds;
    private final InTenant inTenant;
    private final StepUp stepUp;
    private final JsonWebToken token;

    LegalHoldsResource(LegalHolds holds, InTenant inTenant, StepUp stepUp, JsonWebToken token) {
        this.holds = holds;
        this.inTenant = inTenant;
        this.stepUp = stepUp;
        this.token = token;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeLegalHold",
            summary = "Places a legal hold on a client: nothing about it is erased",
            description = "Recorded as LegalHoldPlaced. A client may have several. Safe to repeat.")
    @APIResponse(responseCode = "201", description = "It stands")
    @APIResponse(responseCode = "400", description = "The request does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role privacy-officer, or no tenant that is open")
    @APIResponse(responseCode = "503", description = "Not recorded; repeat it")
    public Uni<Response> place(byte[] body) {
        return StrictRequest.answer(
                body,
                request -> inTenant.work(
                        token,
                        DutyShape.HOLD,
                        request,
                        (tenant, officer) -> holds.place(tenant, statement(request), officer)
                                .thenApply(problem -> response(201, "placed", problem))));
    }

    @POST
    @Path("release")
    @RolesAllowed("privacy-officer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "releaseLegalHold",
            summary = "Releases a legal hold on a client",
            description =
                    "Recorded as LegalHoldReleased; other holds stay. Needs a step-up (RFC 9470). Safe to repeat.")
    @APIResponse(responseCode = "200", description = "It stands no more")
    @APIResponse(responseCode = "400", description = "The request does not have its shape")
    @APIResponse(responseCode = "401", description = "No valid token, or a stronger or fresher login is needed")
    @APIResponse(responseCode = "403", description = "Not the role privacy-officer, or no tenant that is open")
    @APIResponse(responseCode = "503", description = "Not recorded; repeat it")
    public Uni<Response> release(byte[] body) {
        return stepUp.before(
                token,
                () -> StrictRequest.answer(
                        body,
                        request -> inTenant.work(
                                token,
                                DutyShape.HOLD,
                                request,
                                (tenant, officer) -> holds.release(tenant, statement(request), officer)
                                        .thenApply(problem -> response(200, "released", problem)))));
    }

    private static LegalHolds.Statement statement(JsonNode request) {
        return new LegalHolds.Statement(
                request.get("hold").textValue(),
                request.get("client").get("id").textValue(),
                request.get("reason").textValue());
    }

    private static Response response(int status, String state, Optional<Problem> problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("state", state);
        return problem.map(ProblemResponse::of).orElseGet(() -> InTenant.json(status, body));
    }
}
