package io.seenby.audit.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.http.Asker;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.seenby.audit.http.Role;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.Questions;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger's records themselves, for auditors without access to Kafka. Their clients are named in what is recorded. */
@Path("/v1/ledger/entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "proof")
public class LedgerEntriesResource {

    private static final int MOST = 1_000;

    private static final long USUAL = 100;

    private final Questions questions;
    private final Askers askers;

    LedgerEntriesResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "ledgerEntries",
            summary = "The tenant's records in ledger order, with their bytes and leaf hashes",
            description = "A page may be shorter than limit; go on at next. The question is recorded before the answer"
                    + " leaves.")
    public Uni<LedgerEntry.Page> entries(
            @Parameter(description = "Ledger index of the first, 0 if absent.") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "Records on a page: 1 to 1,000, 100 if absent.") @QueryParam("limit") @Nullable
                    String limit) {
        long first = Parameters.index("from", from).orElse(0L);
        int most = Parameters.number("limit", limit, 1, MOST).orElse(USUAL).intValue();
        Asker asker = askers.current();
        var asked = new Asked(
                asker,
                Question.LEDGER_ENTRIES,
                JsonNodeFactory.instance.objectNode().put("from", first).put("limit", most));
        return questions.answer(asked, snapshot -> LedgerEntries.page(snapshot, first, most));
    }
}
