package io.seenby.audit.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problems this API answers with, each said once. */
public final class Refusals {

    private static final String RETRY_SECONDS = "1";

    private Refusals() {}

    /**
     * 400.
     *
     * @param name of the parameter, header or body field
     * @param message a predicate, such as "must be 1 to 200"; it quotes nothing that was sent
     */
    public static HttpProblem malformed(String name, String message) {
        return HttpProblem.builder()
                .withStatus(400)
                .withTitle("Malformed question")
                .withDetail(name + " " + message + ".")
                .with("errors", List.of(Map.of("name", name, "message", message)))
                .build();
    }

    /** The same 404 for what never was, what is not yet integrated, and what is another tenant's. */
    public static HttpProblem notThere() {
        return HttpProblem.builder()
                .withStatus(404)
                .withTitle("Not Found")
                .withDetail("There is no such thing.")
                .build();
    }

    public static HttpProblem mayNotUnseal() {
        return forbidden("Unsealing needs the role investigator or privacy-officer.");
    }

    public static HttpProblem ownAlert() {
        return forbidden("Nobody works on an alert about themselves, nor gets it to look into.");
    }

    static HttpProblem noTenant() {
        return forbidden("The token names no tenant.");
    }

    static HttpProblem noClient() {
        return forbidden("The token names no client.");
    }

    static HttpProblem noSubject() {
        return forbidden("The token names no subject.");
    }

    /** 503; nothing of the answer is in it. */
    public static HttpProblem later(String detail) {
        return HttpProblem.builder()
                .withStatus(503)
                .withTitle("Service Unavailable")
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** What may be logged of a failure. */
    public static String kindOf(@Nullable Throwable failure) {
        return failure == null ? "none" : failure.getClass().getSimpleName();
    }

    private static HttpProblem forbidden(String detail) {
        return HttpProblem.builder()
                .withStatus(403)
                .withTitle("Forbidden")
                .withDetail(detail)
                .build();
    }
}
