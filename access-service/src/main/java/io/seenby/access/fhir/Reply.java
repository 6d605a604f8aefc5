package io.seenby.access.fhir;

import io.seenby.access.http.ProblemResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Answers in the words of the one who asked.
 *
 * @param little a status is enough where all went well
 * @param problems errors as RFC 9457 problems instead of OperationOutcomes
 */
record Reply(boolean little, boolean problems) {

    static Reply to(HttpHeaders headers) {
        return new Reply(
                Fhir.wantsLittle(headers.getRequestHeader("Prefer")),
                Fhir.wantsProblems(headers.getRequestHeader(HttpHeaders.ACCEPT)));
    }

    Response of(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded -> little ? created().build() : withOutcome(created(), answer);
            case Answer.Failed failed -> problems ? ProblemResponse.of(failed.problem()) : outcome(failed);
        };
    }

    Response of(List<Answer> answers) {
        return Response.ok(Bundles.response(answers, little).toString(), Fhir.mediaType())
                .build();
    }

    private static Response outcome(Answer.Failed failed) {
        Response.ResponseBuilder response =
                Response.status(failed.problem().type().status());
        failed.problem().retryAfter().ifPresent(wait -> response.header("Retry-After", wait.toSeconds()));
        return withOutcome(response, failed);
    }

    private static Response.ResponseBuilder created() {
        return Response.status(Response.Status.CREATED);
    }

    private static Response withOutcome(Response.ResponseBuilder response, Answer answer) {
        return response.type(Fhir.mediaType())
                .entity(OperationOutcomes.of(answer).toString())
                .build();
    }
}
