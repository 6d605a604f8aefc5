package io.seenby.access.http;

import io.seenby.access.intake.Outcome;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.receipt.Receipt;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Writes the answer to a request that is no batch. */
public final class Answers {

    /** What is still read of a request that was refused early, so that its sender gets to see the answer. */
    private static final long WORTH_DRAINING = 1 << 20;

    static final long GRACE_MS = 1_000;

    private Answers() {}

    static void recorded(RoutingContext context, Outcome.Recorded recorded, Optional<Receipt> receipt) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(201)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(Results.single(recorded, receipt));
        }
    }

    public static void problem(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.type().status()).putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        problem.retryAfter()
                .ifPresent(wait -> response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        letGo(context);
        response.end(ProblemJson.of(problem).toString());
    }

    /** Of a body that was not read, a little is; a long one costs its sender the connection. */
    private static void letGo(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean small = length == null
                ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                : Long.parseLong(length) <= WORTH_DRAINING;
        request.handler(ignored -> {});
        if (!small) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.vertx().setTimer(GRACE_MS, over -> request.connection().close());
        }
        request.resume();
    }
}
