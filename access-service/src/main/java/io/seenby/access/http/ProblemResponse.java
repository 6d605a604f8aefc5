package io.seenby.access.http;

import io.seenby.access.problem.Problem;
import jakarta.ws.rs.core.Response;

/** A problem as the response of a resource. */
public final class ProblemResponse {

    private ProblemResponse() {}

    public static Response of(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(problem).toString());
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", wait.toSeconds()));
        return response.build();
    }
}
