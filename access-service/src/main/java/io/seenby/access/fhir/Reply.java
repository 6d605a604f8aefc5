package io.seenby.access.fhir;

import io.seenby.access.http.ProblemResponse;
import io.seenby.access.receipt.Receipt;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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

    /** A receipt has line breaks, so in its header it stands in base64url. */
    static final String RECEIPT = "SeenBy-Receipt";

    Response of(Receipted<Answer> receipted) {
        return switch (receipted.answer()) {
            case Answer.Recorded recorded -> {
                Response.ResponseBuilder created =
                        withReceipt(Response.status(Response.Status.CREATED), receipted.receipt());
                yield little ? created.build() : withOutcome(created, recorded);
            }
            case Answer.Failed failed -> problems ? ProblemResponse.of(failed.problem()) : outcome(failed);
        };
    }

    /** Nothing was recorded. */
    Response of(Answer.Failed failed) {
        return of(Receipted.without((Answer) failed));
    }

    Response ofBatch(Receipted<List<Answer>> receipted) {
        return withReceipt(
                        Response.ok(Bundles.response(receipted.answer(), little).toString(), Fhir.mediaType()),
                        receipted.receipt())
                .build();
    }

    private static Response.ResponseBuilder withReceipt(Response.ResponseBuilder response, Optional<Receipt> receipt) {
        receipt.map(signed -> signed.text().getBytes(StandardCharsets.UTF_8))
                .ifPresent(text -> response.header(
                        RECEIPT, Base64.getUrlEncoder().withoutPadding().encodeToString(text)));
        return response;
    }

    private static Response outcome(Answer.Failed failed) {
        Response.ResponseBuilder response =
                Response.status(failed.problem().type().status());
        failed.problem().retryAfter().ifPresent(wait -> response.header("Retry-After", wait.toSeconds()));
        return withOutcome(response, failed);
    }

    private static Response withOutcome(Response.ResponseBuilder response, Answer answer) {
        return response.type(Fhir.mediaType())
                .entity(OperationOutcomes.of(answer).toString())
                .build();
    }
}
