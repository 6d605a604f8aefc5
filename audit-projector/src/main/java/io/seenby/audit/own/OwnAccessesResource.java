package io.seenby.audit.own;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.door.QuestionReport.Lookup;
import io.seenby.audit.http.Asker;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Role;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.PageAsked;
import io.seenby.audit.query.Questions;
import io.seenby.audit.query.TrailKey;
import io.seenby.events.ClientRef;
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

/**
 * Who looked at my information? For clients, about themselves and nobody else: the token says who they are, so there is
 * no parameter to name another by.
 *
 * <p>A data subject has a right to the purposes and the recipients or categories of recipient (GDPR, art. 15(1)(b) and
 * (c)); whom an organisation employs is no recipient, and their names are not told (CJEU, C-579/21).
 */
@Path("/v1/me/accesses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CLIENT)
@Tag(name = "own")
public class OwnAccessesResource {

    private final Questions questions;
    private final Askers askers;

    OwnAccessesResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "ownAccesses",
            summary = "Who looked at my information, when and why, newest first",
            description = "About the client whom the token names by its claim client: the id that publishers report."
                    + " Disclosures are among them. Two questions are recorded before the answer leaves: the ref"
                    + " of the id, and what was looked up by it.")
    public Uni<OwnAccess.Page> accesses(
            @Parameter(description = "Accesses on a page: 1 to 200, 50 if absent.") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "The next page: what the last one said under next.") @QueryParam("after") @Nullable
                    String after) {
        Optional<String> cursor = Optional.ofNullable(after);
        var key = OwnAccesses.cursor().read(cursor, 2, TrailKey::of);
        int most = Parameters.limit(limit);
        Asker asker = askers.client();
        return ref(asker, askers.clientId()).flatMap(client -> {
            var filter = JsonNodeFactory.instance.objectNode().put("client", client.value());
            var asked = new PageAsked(asker, Question.OWN_ACCESSES, filter, most, cursor).asked();
            return questions.answer(asked, snapshot -> OwnAccesses.page(snapshot, client, key, most));
        });
    }

    private Uni<ClientRef> ref(Asker asker, String clientId) {
        var lookup = new Lookup("client", clientId, Optional.empty());
        var parameters = JsonNodeFactory.instance.objectNode().put("lookup", lookup.kind());
        return questions
                .lookUp(new Asked(asker, Question.CLIENT_LOOKUP, parameters), lookup)
                .map(found -> new ClientRef(found.ref()));
    }
}
