package io.seenby.audit.query;

import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Role;
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

/** Whether all that publishers have sent has arrived. It names no clients. */
@Path("/v1/publishers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "judgement")
public class PublishersResource {

    private final Questions questions;
    private final Askers askers;

    PublishersResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "publishers",
            summary = "Publishers' instances: who is heard, who is silent, and what of theirs is missing")
    public Uni<PublisherHealth.Page> publishers(
            @Parameter(description = "Instances on a page: 1 to 200, 50 if absent.") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "The next page: what the last one said under next.") @QueryParam("after") @Nullable
                    String after) {
        Optional<String> cursor = Optional.ofNullable(after);
        var key = Publishers.cursor().read(cursor, 2, Publishers.Key::of);
        int most = Parameters.limit(limit);
        var asked = new PageAsked(askers.current(), Question.PUBLISHERS, Publishers.filter(), most, cursor).asked();
        return questions.answer(asked, snapshot -> Publishers.page(snapshot, key, most));
    }
}
