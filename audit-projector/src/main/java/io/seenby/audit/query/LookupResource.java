package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.door.QuestionReport.Lookup;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Role;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From the plain ids that people know to the refs that the trail speaks. Plain ids never stand in a URL. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "look-up")
public class LookupResource {

    private final Questions questions;
    private final Askers askers;

    LookupResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    /** A client's ref. */
    @Schema(name = "FoundClient")
    public record FoundClient(long position, String clientRef) {}

    /** An actor's ref. */
    @Schema(name = "FoundActor")
    public record FoundActor(long position, String actorRef) {}

    /** A record's ref. */
    @Schema(name = "FoundRecord")
    public record FoundRecord(long position, String recordRef) {}

    @POST
    @Path("/clients/lookup")
    @Operation(
            operationId = "lookupClient",
            summary = "The ref of a client",
            description = "Each id has a ref, whether or not anything is known of it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LookupBody.Client.class)))
    public Uni<FoundClient> client(byte[] body) {
        return lookUp(Question.CLIENT_LOOKUP, LookupBody.client(body))
                .map(found -> new FoundClient(found.position(), found.ref()));
    }

    @POST
    @Path("/actors/lookup")
    @Operation(operationId = "lookupActor", summary = "The ref of an actor")
    @RequestBody(content = @Content(schema = @Schema(implementation = LookupBody.Actor.class)))
    public Uni<FoundActor> actor(byte[] body) {
        return lookUp(Question.OTHER, LookupBody.actor(body))
                .map(found -> new FoundActor(found.position(), found.ref()));
    }

    @POST
    @Path("/records/lookup")
    @Operation(operationId = "lookupRecord", summary = "The ref of a record")
    @RequestBody(content = @Content(schema = @Schema(implementation = LookupBody.Record.class)))
    public Uni<FoundRecord> record(byte[] body) {
        return lookUp(Question.OTHER, LookupBody.record(body))
                .map(found -> new FoundRecord(found.position(), found.ref()));
    }

    private Uni<Questions.Found> lookUp(Question question, Lookup lookup) {
        var parameters = JsonNodeFactory.instance.objectNode().put("lookup", lookup.kind());
        lookup.type().ifPresent(type -> parameters.put("type", type));
        return questions.lookUp(new Asked(askers.current(), question, parameters), lookup);
    }
}
