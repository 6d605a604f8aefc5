package io.seenby.audit.query;

import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What left about client X. */
@Path("/v1/clients/{ref}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "trail")
public class DisclosuresResource {

    private final Questions questions;
    private final Askers askers;

    DisclosuresResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "disclosures",
            summary = "Disclosures of a client, newest first",
            description = "A client without disclosures and a ref that stands for nobody get the same empty answer.")
    public Uni<TrailPage> disclosures(
            @Parameter(description = "Ref of the client.") @PathParam("ref") String ref,
            @Parameter(description = "Occurred at or after this moment (RFC 3339).") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "Occurred before this moment (RFC 3339).") @QueryParam("to") @Nullable String to,
            @Parameter(description = "Entries on a page: 1 to 200, 50 if absent.") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "The next page: what the last one said under next.") @QueryParam("after") @Nullable
                    String after) {
        TrailFilter filter = TrailFilter.disclosuresOf(
                Parameters.ref("ref", ref).orElseThrow(Refusals::notThere),
                Parameters.moment("from", from),
                Parameters.moment("to", to));
        Optional<String> cursor = Optional.ofNullable(after);
        var key = Trail.cursor(filter).read(cursor, 2, TrailKey::of);
        int most = Parameters.limit(limit);
        var asked = new PageAsked(askers.current(), filter.question(), filter.json(), most, cursor).asked();
        return questions.answer(asked, snapshot -> Trail.page(snapshot, filter, key, most));
    }
}
