package io.seenby.access.fhir;

import io.seenby.access.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before the resources: a body is in memory as a whole when they get it, so it must say how long it is, be no
 * longer than {@link #MOST_BYTES}, and all of them together no longer than {@link #MOST_AT_ONCE}.
 */
@ApplicationScoped
class FhirGate {

    /** One resource or one Bundle; about 250 AuditEvents. */
    static final int MOST_BYTES = 1 << 20;

    /** Of all requests that have not been answered yet. */
    static final int MOST_AT_ONCE = 4 << 20;

    /** What is read of a refused body, for else its sender may not get to see the answer. */
    private static final long WORTH_DRAINING = 16L << 20;

    private final AtomicLong taken = new AtomicLong();

    void register(@Observes Router router) {
        router.route(HttpMethod.POST, "/fhir*").order(-1).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        Optional<Long> length = length(context.request());
        if (length.isEmpty()) {
            refuse(context, Long.MAX_VALUE, ProblemType.LENGTH_REQUIRED, "must say its length by Content-Length");
        } else if (length.get() > MOST_BYTES) {
            refuse(
                    context,
                    length.get(),
                    ProblemType.TOO_LARGE,
                    "has more than " + MOST_BYTES + " bytes: send several");
        } else if (taken.addAndGet(length.get()) > MOST_AT_ONCE) {
            taken.addAndGet(-length.get());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(context, length.get(), ProblemType.OVERLOADED, "was not taken: send it again a little later");
        } else {
            context.addEndHandler(answered -> taken.addAndGet(-length.get()));
            context.next();
        }
    }

    /** A request that says nothing of a body has none (RFC 9112, 6.3); one in chunks may have any. */
    private static Optional<Long> length(HttpServerRequest request) {
        String said = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean mayBeChunked =
                request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || request.version() == HttpVersion.HTTP_2;
        if (said == null && !mayBeChunked) {
            return Optional.of(0L);
        }
        return Optional.ofNullable(said)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong);
    }

    private static void refuse(RoutingContext context, long length, ProblemType type, String message) {
        String body = OperationOutcomes.of(Answer.failed(type, Flaw.Kind.of(type), "Resource", message))
                .toString();
        HttpServerResponse response = context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Fhir.mediaType().toString());
        HttpServerRequest request = context.request();
        request.handler(ignored -> {});
        if (length > WORTH_DRAINING) {
            if (request.version() != HttpVersion.HTTP_2) {
                response.putHeader(HttpHeaders.CONNECTION, "close");
            }
            response.end(body);
        } else {
            request.endHandler(drained -> response.end(body));
        }
        request.resume();
    }
}
