package io.seenby.audit.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.http.Asker;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.Role;
import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.EntryClients;
import io.seenby.audit.query.Questions;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One entry's proof. */
@Path("/v1/trail/{id}/proof")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "proof")
public class EntryProofResource {

    private final Questions questions;
    private final Askers askers;
    private final ProofReader proofs;

    EntryProofResource(Questions questions, Askers askers, ProofReader proofs) {
        this.questions = questions;
        this.askers = askers;
        this.proofs = proofs;
    }

    @GET
    @Operation(
            operationId = "entryProof",
            summary = "One entry's bytes and the proof that they stand in the ledger",
            description = "404 until a published checkpoint covers the entry, some seconds after it was recorded. The"
                    + " question is recorded before the answer leaves.")
    public Uni<EntryProof> proof(
            @Parameter(description = "Id of the entry: its ledger index.") @PathParam("id") String id) {
        long index = Parameters.index("id", id).orElseThrow(Refusals::notThere);
        Asker asker = askers.current();
        var asked = new Asked(
                asker,
                Question.ENTRY,
                JsonNodeFactory.instance.objectNode().put("id", index).put("proof", true));
        return questions.answer(
                asked,
                snapshot -> proofs.of(asker.tenant(), snapshot, List.of(index)).map(found -> answer(index, found)));
    }

    private static Answer<EntryProof> answer(long index, Map<Long, EntryProof> found) {
        EntryProof proof = found.get(index);
        if (proof == null) {
            return Answer.nothing();
        }
        byte[] value = Base64.getDecoder().decode(proof.value());
        return Answer.of(List.of(Long.toString(index)), EntryClients.of(value), proof);
    }
}
