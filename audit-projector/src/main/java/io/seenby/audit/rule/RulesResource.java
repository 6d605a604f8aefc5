package io.seenby.audit.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Role;
import io.seenby.audit.query.Asked;
import io.seenby.audit.query.Questions;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is looked for, and how often it was right. It names no clients and nobody who looked. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "judgement")
public class RulesResource {

    private final Questions questions;
    private final Askers askers;

    RulesResource(Questions questions, Askers askers) {
        this.questions = questions;
        this.askers = askers;
    }

    @GET
    @Operation(
            operationId = "rules",
            summary = "Every rule in plain words, and how often people found its alerts right",
            description = "Precision is measured on what people judged, which need not be a fair sample of all.")
    public Uni<RulePage> rules() {
        var asked = new Asked(askers.current(), Question.RULES, JsonNodeFactory.instance.objectNode());
        return questions.answer(asked, RuleCounts::page);
    }
}
