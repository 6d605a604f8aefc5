package io.seenby.access.http;

import io.seenby.access.checkpoint.CheckpointKeys;
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

/** Where the audit service says with which key it is going to sign the checkpoints of a partition's trees. */
@Path("/v1/checkpoint-keys")
@Tag(name = "checkpoint keys", description = "For the audit service only")
class CheckpointKeysResource {

    private final CheckpointKeys keys;
    private final JsonWebToken token;

    CheckpointKeysResource(CheckpointKeys keys, JsonWebToken token) {
        this.keys = keys;
        this.token = token;
    }

    @POST
    @RolesAllowed("service")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordCheckpointKey", summary = "Records which key signs checkpoints from now on")
    @APIResponse(responseCode = "204", description = "The key is in the partition's own ledger")
    @APIResponse(responseCode = "400", description = "The body does not have its shape, or the key another name")
    @APIResponse(responseCode = "403", description = "Not the role service")
    @APIResponse(responseCode = "503", description = "The key could not be recorded; repeat the request")
    public Uni<Response> announce(byte[] body) {
        return StrictRequest.answer(
                body,
                announced -> Uni.createFrom()
                        .completionStage(keys.record(new PublisherId(token.getSubject()), announced))
                        .map(problem -> problem.map(ProblemResponse::of)
                                .orElseGet(() -> Response.noContent().build())));
    }
}
