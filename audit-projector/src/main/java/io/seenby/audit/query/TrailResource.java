package io.seenby.audit.query;

import io.seenby.audit.http.Asker;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Role;
import io.seenby.audit.proof.ProofReader;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who saw client X, what actor Y saw, the history of record Z. */
@Path("/v1/trail")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "trail")
public class TrailResource {

    private final Questions questions;
    private final Askers askers;
    private final ProofReader proofs;

    TrailResource(Questions questions, Askers askers, ProofReader proofs) {
        this.questions = questions;
        this.askers = askers;
        this.proofs = proofs;
    }

    @GET
    @Operation(
            operationId = "trail",
            summary = "Who saw what, newest first",
            description = "Give client for who saw this client, actor for what this actor saw, record for what became"
                    + " of this record; or none. The question is recorded in the ledger before the answer leaves.")
    public Uni<TrailPage> trail(@BeanParam TrailParameters parameters) {
        TrailFilter filter = parameters.filter();
        var after = Trail.cursor(filter).read(parameters.after(), 2, TrailKey::of);
        int limit = parameters.limit();
        boolean prove = parameters.proof();
        Asker asker = askers.current();
        var asked = new PageAsked(asker, filter.question(), filter.json(), limit, parameters.after()).asked();
        return questions.answer(asked, snapshot -> {
            Uni<Answer<TrailPage>> page = Trail.page(snapshot, filter, after, limit);
            return prove ? page.flatMap(answer -> proven(asker, snapshot, answer)) : page;
        });
    }

    /** The same entries with their proofs; ids and clients of the answer stay what they are. */
    private Uni<Answer<TrailPage>> proven(Asker asker, Snapshot snapshot, Answer<TrailPage> answer) {
        List<Long> indexes = answer.ids().stream().map(Long::parseLong).toList();
        return proofs.of(asker.tenant(), snapshot, indexes).map(found -> answer.map(page -> page.with(found)));
    }
}
