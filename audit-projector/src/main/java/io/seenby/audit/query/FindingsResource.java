package io.seenby.audit.query;

import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Role;
import io.seenby.events.BreachAlert;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the rules found, alert or not. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "judgement")
public class FindingsResource {

    private final Questions questions;
    private final Askers askers;

    FindingsResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(operationId = "findings", summary = "What the rules found, the newest entry first")
    public Uni<Finding.Page> findings(
            @Parameter(description = "open or explained.") @QueryParam("status") @Nullable String status,
            @Parameter(description = "Ref of an actor.") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "Ref of a client.") @QueryParam("client") @Nullable String client,
            @Parameter(description = "Findings on a page: 1 to 200, 50 if absent.") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "The next page: what the last one said under next.") @QueryParam("after") @Nullable
                    String after) {
        var filter = new Findings.Filter(
                Parameters.oneOf("status", status, BreachAlert.Status.class),
                Parameters.ref("actor", actor),
                Parameters.ref("client", client));
        Optional<String> cursor = Optional.ofNullable(after);
        var key = filter.cursor().read(cursor, 2, Findings.Key::of);
        int most = Parameters.limit(limit);
        var asked = new PageAsked(askers.current(), Question.FINDINGS, filter.json(), most, cursor).asked();
        return questions.answer(asked, snapshot -> Findings.page(snapshot, filter, key, most));
    }
}
