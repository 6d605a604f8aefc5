package io.seenby.access.http;

import io.seenby.access.doubt.Doubts;
import io.seenby.events.PublisherId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the audit service says that ledger, checkpoints, witness and views do not agree. */
@Path("/v1/doubts")
@Tag(name = "doubts", description = "For the audit service only")
class DoubtsResource {

    private final Doubts doubts;
    private final JsonWebToken token;

    DoubtsResource(Doubts doubts, JsonWebToken token) {
        this.doubts = doubts;
        this.token = token;
    }

    @POST
    @RolesAllowed("service")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordDoubt", summary = "Records a doubt about the ledger's integrity")
    @APIResponse(responseCode = "204", description = "The doubt is in the ledger")
    @APIResponse(responseCode = "400", description = "The doubt does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role service, or no such tenant")
    @APIResponse(responseCode = "503", description = "The doubt could not be recorded; repeat the request")
    public Uni<Response> doubt(byte[] body) {
        return StrictRequest.answer(
                body,
                doubt -> Uni.createFrom()
                        .completionStage(doubts.record(new PublisherId(token.getSubject()), doubt))
                        .map(problem -> problem.map(ProblemResponse::of)
                                .orElseGet(() -> Response.noContent().build())));
    }
}
