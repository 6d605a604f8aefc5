package io.seenby.access.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is no stream of events is read into memory as a whole, so it must be small. The framework stops a body that grows
 * too large; this says so beforehand, and as a problem, to those who tell its length.
 */
@ApplicationScoped
class BodyLimit {

    private static final int FIRST = 1_000;

    private final long mostBytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > mostBytes) {
            context.request().pause();
            Answers.problem(
                    context, Problem.of(ProblemType.TOO_LARGE, "The body may have at most " + mostBytes + " bytes."));
        } else {
            context.next();
        }
    }
}
