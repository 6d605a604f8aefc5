package io.seenby.access.http;

import io.seenby.access.AccessSettings;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whether somebody logged in strongly enough, and lately: RFC 9470, OAuth 2.0 Step Up Authentication Challenge Protocol. A
 * client that gets the challenge sends its user to the issuer with {@code acr_values} and {@code max_age}, and comes back.
 */
@ApplicationScoped
class StepUp {

    private static final Problem WANTED = Problem.of(
            ProblemType.INSUFFICIENT_AUTHENTICATION,
            "This needs a login of a level and an age that the challenge in WWW-Authenticate names.");

    private final List<String> levels;
    private final Duration maxAge;
    private final Clock clock;

    @Inject
    StepUp(AccessSettings settings, Clock clock) {
        this(settings.stepUp().acrValues(), settings.stepUp().maxAge(), clock);
    }

    StepUp(List<String> levels, Duration maxAge, Clock clock) {
        this.levels = List.copyOf(levels);
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** Does the work, or answers with the challenge if one is needed. */
    Uni<Response> before(JsonWebToken token, Supplier<Uni<Response>> work) {
        return challenge(token)
                .map(challenge -> Uni.createFrom().item(challenge))
                .orElseGet(work);
    }

    /** The challenge to answer with; empty if none is needed. */
    Optional<Response> challenge(JsonWebToken token) {
        boolean strong = token.<Object>claim("acr")
                .map(Object::toString)
                .filter(levels::contains)
                .isPresent();
        return strong && isRecent(token) ? Optional.empty() : Optional.of(challenge());
    }

    private boolean isRecent(JsonWebToken token) {
        return token.<Object>claim("auth_time")
                .flatMap(StepUp::seconds)
                .map(Instant::ofEpochSecond)
                .filter(login -> !login.isBefore(clock.instant().minus(maxAge)))
                .isPresent();
    }

    /** A claim that is no number says nothing. */
    private static Optional<Long> seconds(Object claim) {
        try {
            return Optional.of(Long.parseLong(claim.toString()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private Response challenge() {
        return Response.fromResponse(ProblemResponse.of(WANTED))
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", error_description=\"%s\", acr_values=\"%s\", max_age=\"%d\""
                                .formatted(WANTED.type().title(), String.join(" ", levels), maxAge.toSeconds()))
                .build();
    }
}
