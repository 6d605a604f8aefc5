package io.seenby.audit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A question is short. The framework stops a body that grows too large; this says so beforehand, and as a problem, to those
 * who tell its length. What they send is not read, so the connection ends with the answer.
 */
@ApplicationScoped
class BodyLimit {

    private static final int FIRST = 1_000;
    private static final int TOO_LARGE = 413;

    /** Who still sends gets the time to see the answer. */
    private static final long GRACE_MS = 1_000;

    private final long mostBytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= mostBytes) {
            context.next();
            return;
        }
        context.request().handler(ignored -> {}).resume();
        context.vertx()
                .setTimer(GRACE_MS, over -> context.request().connection().close());
        context.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("status", TOO_LARGE)
                        .put("title", "Content Too Large")
                        .put("detail", "The body may have at most " + mostBytes + " bytes.")
                        .encode());
    }
}
