package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.erasure.Duty;
import io.seenby.access.erasure.Erasing;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.tenant.Tenant;
import io.seenby.events.DutyId;
import io.seenby.events.Patterns;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What no single person may do: one asks, another approves. */
@Path("/v1/duties")
@Tag(name = "duties", description = "What needs two people")
class DutiesResource {

    private final Erasing erasing;
    private final InTenant inTenant;
    private final StepUp stepUp;
    private final JsonWebToken token;

    DutiesResource(Erasing erasing, InTenant inTenant, StepUp stepUp, JsonWebToken token) {
        this.erasing = erasing;
        this.inTenant = inTenant;
        this.stepUp = stepUp;
        this.token = token;
    }

    @POST
    @RolesAllowed("privacy-officer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestDuty",
            summary = "Asks that a client be erased",
            description =
                    "Recorded as DutyRequested; nothing happens before somebody else approves it, within 72 hours."
                            + " Needs a step-up (RFC 9470).")
    @APIResponse(responseCode = "201", description = "Asked for; its id, for who approves it")
    @APIResponse(responseCode = "400", description = "The request does not have its shape")
    @APIResponse(responseCode = "401", description = "No valid token, or a stronger or fresher login is needed")
    @APIResponse(responseCode = "403", description = "Not the role privacy-officer, or no tenant that is open")
    @APIResponse(responseCode = "404", description = "Nothing is sealed about such a client")
    @APIResponse(responseCode = "409", description = "A legal hold, or disclosures that must be accounted for")
    @APIResponse(responseCode = "503", description = "Not recorded; repeat it")
    public Uni<Response> request(byte[] body) {
        return stepUp.before(
                token,
                () -> StrictRequest.answer(
                        body,
                        request -> inTenant.work(
                                token,
                                DutyShape.REQUEST,
                                request,
                                (tenant, officer) -> request(tenant, request, officer))));
    }

    private CompletableFuture<Response> request(Tenant tenant, JsonNode request, String officer) {
        return erasing.request(
                        tenant,
                        request.get("client").get("id").textValue(),
                        request.get("reason").textValue(),
                        officer)
                .thenApply(result -> response(201, result));
    }

    @GET
    @RolesAllowed({"privacy-officer", "erasure-approver"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "waitingDuties",
            summary = "What waits for an approval",
            description = "The first to expire first; the first hundred.")
    @APIResponse(responseCode = "200", description = "What is to be done, to which client, until when")
    @APIResponse(responseCode = "403", description = "Not one of the roles, or no tenant that is open")
    @APIResponse(responseCode = "503", description = "It cannot be looked up; repeat it")
    public Uni<Response> waiting() {
        return inTenant.work(
                token,
                (tenant, subject) -> erasing.waiting(tenant).thenApply(waiting -> {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    ArrayNode duties = json.putArray("duties");
                    waiting.stream().map(DutyShape::json).forEach(duties::add);
                    return InTenant.json(200, json);
                }));
    }

    @GET
    @Path("{duty}")
    @RolesAllowed({"privacy-officer", "erasure-approver"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "findDuty", summary = "How a duty stands: requested, approved or done")
    @APIResponse(responseCode = "200", description = "What is to be done, to which client, until when")
    @APIResponse(responseCode = "403", description = "Not one of the roles, or no tenant that is open")
    @APIResponse(responseCode = "404", description = "There is no such duty in the tenant")
    @APIResponse(responseCode = "503", description = "It cannot be looked up; repeat it")
    public Uni<Response> find(@PathParam("duty") String duty) {
        return ofDuty(
                duty, (tenant, id, subject) -> erasing.find(tenant, id).thenApply(result -> response(200, result)));
    }

    @POST
    @Path("{duty}/approval")
    @RolesAllowed("erasure-approver")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveDuty",
            summary = "Approves what somebody else asked for, and has it done",
            description =
                    "Recorded as DutyApproved and ClientErased; then the client's data keys are destroyed. Needs a"
                            + " step-up (RFC 9470). Safe to repeat.")
    @APIResponse(responseCode = "200", description = "Done: the keys are destroyed")
    @APIResponse(responseCode = "202", description = "Recorded; it will be done, by itself")
    @APIResponse(responseCode = "401", description = "No valid token, or a stronger or fresher login is needed")
    @APIResponse(
            responseCode = "403",
            description = "Not the role erasure-approver, no tenant that is open, or who asked for it")
    @APIResponse(responseCode = "404", description = "There is no such duty in the tenant")
    @APIResponse(responseCode = "409", description = "A legal hold, or disclosures that must be accounted for")
    @APIResponse(responseCode = "410", description = "It was asked for too long ago")
    @APIResponse(responseCode = "503", description = "Not recorded; repeat it")
    public Uni<Response> approve(@PathParam("duty") String duty) {
        return stepUp.before(
                token,
                () -> ofDuty(
                        duty,
                        (tenant, id, approver) ->
                                erasing.approve(tenant, id, approver).thenApply(result -> response(200, result))));
    }

    private interface Work {
        CompletableFuture<Response> on(Tenant tenant, DutyId duty, String subject);
    }

    private Uni<Response> ofDuty(String duty, Work work) {
        return inTenant.work(
                token,
                (tenant, subject) -> Patterns.matches(Patterns.EVENT_ID, duty)
                        ? work.on(tenant, new DutyId(duty), subject)
                        : CompletableFuture.completedFuture(
                                ProblemResponse.of(Problem.of(ProblemType.NOT_FOUND, "There is no such duty here."))));
    }

    private static Response response(int status, Erasing.Result result) {
        return switch (result) {
            case Erasing.Stands stands ->
                InTenant.json(
                        status == 200 && stands.duty().state() == Duty.State.APPROVED ? 202 : status,
                        DutyShape.json(stands.duty()));
            case Erasing.Refused refused -> ProblemResponse.of(refused.problem());
        };
    }
}
