package io.seenby.access.http;

import io.seenby.access.question.Questions;
import io.seenby.events.PublisherId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the audit service records what it is asked, and gets boxes opened. */
@Path("/v1/questions")
@Tag(name = "questions", description = "For the audit service only")
class QuestionsResource {

    private final Questions questions;
    private final JsonWebToken token;

    QuestionsResource(Questions questions, JsonWebToken token) {
        this.questions = questions;
        this.token = token;
    }

    @POST
    @RolesAllowed("service")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordQuestion", summary = "Records a question, then opens the boxes its answer needs")
    @APIResponse(responseCode = "200", description = "The question is in the ledger; the texts of the boxes")
    @APIResponse(responseCode = "400", description = "The question does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role service, or no such tenant")
    @APIResponse(responseCode = "503", description = "The question could not be recorded; nothing was opened")
    public Uni<Response> ask(byte[] body) {
        return StrictRequest.answer(
                body,
                question -> Uni.createFrom()
                        .completionStage(questions.ask(new PublisherId(token.getSubject()), question))
                        .map(QuestionsResource::response));
    }

    private static Response response(Questions.Reply reply) {
        return switch (reply) {
            case Questions.Answered answered ->
                Response.ok(answered.body().toString(), MediaType.APPLICATION_JSON)
                        .build();
            case Questions.Unanswered unanswered -> ProblemResponse.of(unanswered.problem());
        };
    }
}
