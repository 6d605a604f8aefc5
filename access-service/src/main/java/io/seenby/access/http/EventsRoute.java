package io.seenby.access.http;

import io.quarkus.security.AuthenticationFailedException;
import io.seenby.access.AccessSettings;
import io.seenby.access.intake.Admissions;
import io.seenby.access.intake.Intake;
import io.seenby.access.intake.Publisher;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.receipt.ReceiptSigner;
import io.seenby.access.trace.Traces;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * {@code POST /v1/events}: who calls → into whose ledger → may they → one event or a batch. A route of Vert.x itself, because a
 * batch is answered while it arrives and is never wholly in memory.
 */
@ApplicationScoped
class EventsRoute {

    private static final Trouble TROUBLE = new Trouble(EventsRoute.class);
    private static final String PATH = "/v1/events";
    private static final String TENANT_HEADER = "SeenBy-Tenant";

    private static final int BEFORE_THE_LIMIT_OF_BODIES = -100_000;

    /** Publisher of SeenBy's own events; nobody else reports under this name. */
    static final String OURSELVES = "seenby";

    private final Callers callers;
    private final Admissions admissions;
    private final Intake intake;
    private final InFlight inFlight;
    private final ReceiptSigner receipts;
    private final AccessMetrics metrics;
    private final Traces traces;
    private final AccessSettings.Intake limits;

    EventsRoute(
            Callers callers,
            Admissions admissions,
            Intake intake,
            InFlight inFlight,
            ReceiptSigner receipts,
            AccessMetrics metrics,
            Traces traces,
            AccessSettings settings) {
        this.callers = callers;
        this.admissions = admissions;
        this.intake = intake;
        this.inFlight = inFlight;
        this.receipts = receipts;
        this.metrics = metrics;
        this.traces = traces;
        this.limits = settings.intake();
    }

    void register(@Observes Router router) {
        router.post(PATH).order(BEFORE_THE_LIMIT_OF_BODIES).handler(this::post);
        router.route(PATH).order(BEFORE_THE_LIMIT_OF_BODIES + 1).handler(context -> {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            refuse(context, Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Only POST."));
        });
    }

    private void post(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.pause();
        Optional<Problem> unreadable = unreadable(request);
        if (unreadable.isPresent()) {
            refuse(context, unreadable.get());
            return;
        }
        callers.of(context)
                .thenCompose(caller -> admissions.of(publisher(caller, request.getHeader(TENANT_HEADER))))
                .thenAccept(admission -> OnContext.run(context, () -> {
                    switch (admission) {
                        case Admissions.Admitted admitted -> take(context, admitted);
                        case Admissions.Refused refused -> refuse(context, refused.problem());
                    }
                }))
                .exceptionally(failure -> {
                    OnContext.run(context, () -> refuse(context, problem(failure)));
                    return null;
                });
    }

    /** A publisher reports into the tenant of its token; a service may name one. */
    private static Publisher publisher(Caller caller, String named) {
        if (!caller.has(Caller.PUBLISHER) && !caller.has(Caller.SERVICE)) {
            throw new Refusal(Problem.of(ProblemType.FORBIDDEN, "The token lacks the role publisher."));
        }
        if (caller.subject().equals(OURSELVES)) {
            throw new Refusal(Problem.of(ProblemType.FORBIDDEN, "Nobody else reports under this subject."));
        }
        try {
            PublisherId publisher = new PublisherId(caller.subject());
            if (named != null && caller.has(Caller.SERVICE)) {
                return new Publisher(new TenantId(named), publisher);
            }
            TenantId own = caller.tenant().orElseThrow(() -> new Refusal(Intake.notOpen()));
            if (named != null && !named.equals(own.value())) {
                throw new Refusal(Intake.notOpen());
            }
            return new Publisher(own, publisher);
        } catch (IllegalArgumentException wrongForm) {
            throw new Refusal(Problem.of(ProblemType.FORBIDDEN, "Subject or tenant do not have their form."));
        }
    }

    private Optional<Problem> unreadable(HttpServerRequest request) {
        if (mediaType(request).isEmpty() || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            return Optional.of(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send application/json or application/x-ndjson in UTF-8, without content encoding."));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limits.batchBytes().asLongValue()) {
            return Optional.of(Problem.of(
                    ProblemType.TOO_LARGE,
                    "A batch has at most " + limits.batchBytes().asLongValue() + " bytes."));
        }
        return Optional.empty();
    }

    private static Optional<String> mediaType(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (header == null) {
            return Optional.empty();
        }
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.of(type)
                .filter(known -> known.equals("application/json") || known.equals("application/x-ndjson"));
    }

    private void take(RoutingContext context, Admissions.Admitted in) {
        Desk desk = new Desk(
                context,
                in.tenant(),
                in.publisher(),
                traces.of(context.request()::getHeader),
                intake,
                inFlight,
                receipts,
                metrics,
                limits);
        if (mediaType(context.request()).orElseThrow().equals("application/x-ndjson")) {
            Batch.lines(desk).begin(new byte[0]);
        } else {
            new JsonBody(desk).begin();
        }
    }

    private static Problem problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (cause instanceof AuthenticationFailedException) {
            return Problem.of(ProblemType.UNAUTHENTICATED, "There is no bearer token, or it is not valid here.");
        }
        TROUBLE.warn("Requests cannot be admitted", cause);
        return Problem.passing(
                ProblemType.UNAVAILABLE, "Token or tenant cannot be checked just now.", Duration.ofSeconds(1));
    }

    private void refuse(RoutingContext context, Problem problem) {
        metrics.refused(problem.type());
        Answers.problem(context, problem);
    }
}
