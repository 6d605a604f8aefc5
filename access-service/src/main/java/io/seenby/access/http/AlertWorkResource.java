package io.seenby.access.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.work.AlertWork;
import io.seenby.events.PublisherId;
import io.seenby.events.shape.Moments;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the audit service says what people do with an alert. */
@Path("/v1/alert-work")
@Tag(name = "alert work", description = "For the audit service only")
class AlertWorkResource {

    private final AlertWork work;
    private final JsonWebToken token;

    AlertWorkResource(AlertWork work, JsonWebToken token) {
        this.work = work;
        this.token = token;
    }

    @POST
    @RolesAllowed("service")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordAlertWork", summary = "Records what somebody did with an alert")
    @APIResponse(responseCode = "201", description = "It is in the ledger; where")
    @APIResponse(responseCode = "400", description = "It does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role service, or no such tenant")
    @APIResponse(responseCode = "409", description = "The alert is about who works on it or is to")
    @APIResponse(responseCode = "503", description = "It could not be recorded; repeat the request")
    public Uni<Response> act(byte[] body) {
        return StrictRequest.answer(
                body,
                act -> Uni.createFrom()
                        .completionStage(work.record(new PublisherId(token.getSubject()), act))
                        .map(AlertWorkResource::response));
    }

    private static Response response(OwnEvents.Said said) {
        return switch (said) {
            case OwnEvents.Recorded recorded ->
                Response.status(Response.Status.CREATED)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(body(recorded).toString())
                        .build();
            case OwnEvents.Refused refused -> ProblemResponse.of(refused.problem());
        };
    }

    private static ObjectNode body(OwnEvents.Recorded recorded) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("publisher", recorded.publisher().value())
                .put("eventId", recorded.eventId().value())
                .put("recordedAt", Moments.write(recorded.recordedAt()))
                .put("partition", recorded.at().partition())
                .put("offset", recorded.at().offset());
    }
}
