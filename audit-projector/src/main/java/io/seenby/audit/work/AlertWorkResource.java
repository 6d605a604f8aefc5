package io.seenby.audit.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.audit.door.WorkRecorded;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.Role;
import io.seenby.events.AlertId;
import io.seenby.events.EventType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What people do with an alert. The answer says which entry it is; the views follow within moments. */
@Path("/v1/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "work")
public class AlertWorkResource {

    private static final int CREATED = 201;
    private static final String IN_THE_LEDGER = "It is in the ledger, under this identity at this place.";

    private final WorkDesk desk;
    private final Askers askers;
    private final Clock clock;

    AlertWorkResource(WorkDesk desk, Askers askers, Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.askers = askers;
    }

    @POST
    @Path("/{id}/acknowledgement")
    @ResponseStatus(CREATED)
    @Operation(operationId = "acknowledgeAlert", summary = "I have seen it")
    @RequestBody(required = false, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "201",
            description = IN_THE_LEDGER,
            content = @Content(schema = @Schema(implementation = WorkRecorded.class)))
    public Uni<WorkRecorded> acknowledge(@PathParam("id") String id, byte[] body) {
        return act(id, EventType.ALERT_ACKNOWLEDGED, WorkBody.acknowledgement(body));
    }

    @POST
    @Path("/{id}/assignment")
    @ResponseStatus(CREATED)
    @Operation(operationId = "assignAlert", summary = "Somebody is to look into it, from now on alone")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorkBody.Assignment.class)))
    @APIResponse(
            responseCode = "201",
            description = IN_THE_LEDGER,
            content = @Content(schema = @Schema(implementation = WorkRecorded.class)))
    public Uni<WorkRecorded> assign(@PathParam("id") String id, byte[] body) {
        return act(id, EventType.ALERT_ASSIGNED, WorkBody.assignment(body));
    }

    @POST
    @Path("/{id}/suppression")
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "suppressAlert",
            summary = "Nobody need see this alert for a while",
            description =
                    "This alert in whatever revision, and no other. Whoever acknowledges or assigns it ends that.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorkBody.Suppression.class)))
    @APIResponse(
            responseCode = "201",
            description = IN_THE_LEDGER,
            content = @Content(schema = @Schema(implementation = WorkRecorded.class)))
    public Uni<WorkRecorded> suppress(@PathParam("id") String id, byte[] body) {
        return act(id, EventType.ALERT_SUPPRESSED, WorkBody.suppression(body, clock.instant()));
    }

    @POST
    @Path("/{id}/judgement")
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "judgeAlert",
            summary = "What I think of what it shows",
            description = "Of several judgements the latest counts, also in how often a rule is right.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorkBody.Judgement.class)))
    @APIResponse(
            responseCode = "201",
            description = IN_THE_LEDGER,
            content = @Content(schema = @Schema(implementation = WorkRecorded.class)))
    public Uni<WorkRecorded> judge(@PathParam("id") String id, byte[] body) {
        return act(id, EventType.ALERT_JUDGED, WorkBody.judgement(body));
    }

    private Uni<WorkRecorded> act(String id, EventType type, Map<String, JsonNode> own) {
        AlertId alert = new AlertId(Parameters.ref("id", id).orElseThrow(Refusals::notThere));
        return desk.act(askers.current(), alert, type, own);
    }
}
