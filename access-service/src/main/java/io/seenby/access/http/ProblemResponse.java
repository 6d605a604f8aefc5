package io.seenby.access.http;

import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** A problem as the response of a resource. */
public final class ProblemResponse {

    private static final Trouble TROUBLE = new Trouble(ProblemResponse.class);

    private ProblemResponse() {}

    /** Of a request that could not be served because something behind us failed; the cause is for the log only. */
    public static Response unavailable(Throwable cause) {
        TROUBLE.warn("Requests cannot be served", cause);
        return of(Problem.passing(
                ProblemType.UNAVAILABLE, "It cannot be served just now; repeat it.", Duration.ofSeconds(1)));
    }

    public static Response of(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(problem).toString());
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", wait.toSeconds()));
        return response.build();
    }
}
