package io.seenby.access.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.seenby.events.TenantId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who a request comes from. A token that was verified is believed for a minute, or until it expires if that is sooner. */
@ApplicationScoped
class Callers {

    private static final Duration BELIEVED = Duration.ofSeconds(60);
    private static final int MOST_TOKENS = 2_000;

    private record Verified(Caller caller, Instant until) {}

    private final HttpAuthenticator authenticator;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(BELIEVED)
            .build();

    Callers(HttpAuthenticator authenticator, Clock clock) {
        this.authenticator = authenticator;
        this.clock = clock;
    }

    /** Fails with {@link AuthenticationFailedException} without a valid token. Completed already if it is believed. */
    CompletableFuture<Caller> of(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return CompletableFuture.failedFuture(new AuthenticationFailedException());
        }
        Verified known = verified.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.until())) {
            return CompletableFuture.completedFuture(known.caller());
        }
        return authenticator
                .attemptAuthentication(request)
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .map(identity -> remember(authorization, identity))
                .subscribeAsCompletionStage();
    }

    private Caller remember(String authorization, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw new AuthenticationFailedException();
        }
        Caller caller = new Caller(token.getSubject(), tenantOf(token), identity.getRoles());
        Instant expiry = Instant.ofEpochSecond(token.getExpirationTime());
        Instant aMinute = clock.instant().plus(BELIEVED);
        verified.put(authorization, new Verified(caller, expiry.isBefore(aMinute) ? expiry : aMinute));
        return caller;
    }

    /** The tenant that a token names, if it has the form of one. */
    static Optional<TenantId> tenantOf(JsonWebToken token) {
        try {
            return token.<Object>claim("tenant").map(claim -> new TenantId(claim.toString()));
        } catch (IllegalArgumentException notATenant) {
            return Optional.empty();
        }
    }
}
