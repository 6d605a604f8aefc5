package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.http.Asker;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.Role;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One entry; with its text for those who may unseal and say why. */
@Path("/v1/trail/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "trail")
public class EntryResource {

    private final Questions questions;
    private final Askers askers;

    EntryResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "entry",
            summary = "One entry in full",
            description = "unseal=true opens its text: for the roles investigator and privacy-officer, and only with"
                    + " the header SeenBy-Purpose. The question is recorded before anything is opened.")
    @Parameter(
            name = Askers.PURPOSE_HEADER,
            in = ParameterIn.HEADER,
            description = "Why one asks: a purpose code. Needed for unseal=true.")
    public Uni<EntryDetail> entry(
            @Parameter(description = "Id of the entry: its ledger index.") @PathParam("id") String id,
            @Parameter(description = "true to open the sealed text.") @QueryParam("unseal") @Nullable String unseal) {
        long index = Parameters.index("id", id).orElseThrow(Refusals::notThere);
        boolean open = Parameters.flag("unseal", unseal);
        Asker asker = askers.current();
        if (open) {
            refuseUnlessPermitted(asker);
        }
        var asked = new Asked(
                asker,
                open ? Question.UNSEALED_ENTRY : Question.ENTRY,
                JsonNodeFactory.instance.objectNode().put("id", index));
        return questions.answer(asked, snapshot -> Entries.one(snapshot, index, open));
    }

    private static void refuseUnlessPermitted(Asker asker) {
        if (!asker.mayUnseal()) {
            throw Refusals.mayNotUnseal();
        }
        if (asker.purpose().isEmpty()) {
            throw Refusals.malformed(Askers.PURPOSE_HEADER, "is needed to unseal");
        }
    }
}
