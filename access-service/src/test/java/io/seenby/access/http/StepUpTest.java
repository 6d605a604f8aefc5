package io.seenby.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class StepUpTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StepUp STEP_UP =
            new StepUp(List.of("mfa", "hwk"), Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "officer-1";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static Optional<Response> challenge(Map<String, Object> claims) {
        return STEP_UP.challenge(new Token(claims));
    }

    private static long ago(Duration age) {
        return NOW.minus(age).getEpochSecond();
    }

    @Test
    void aStrongAndRecentLoginIsEnough() {
        assertThat(challenge(Map.of("acr", "mfa", "auth_time", ago(Duration.ZERO))))
                .isEmpty();
        assertThat(challenge(Map.of("acr", "hwk", "auth_time", ago(Duration.ofMinutes(5)))))
                .isEmpty();
    }

    @Test
    void everythingElseIsChallengedWithWhatIsWanted() {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("acr", "mfa"),
                Map.of("auth_time", ago(Duration.ZERO)),
                Map.of("acr", "pwd", "auth_time", ago(Duration.ZERO)),
                Map.of("acr", "mfa hwk", "auth_time", ago(Duration.ZERO)),
                Map.of("acr", "mfa", "auth_time", "yesterday"),
                Map.of("acr", "mfa", "auth_time", ago(Duration.ofMinutes(5).plusSeconds(1))))) {
            Response answer = challenge(claims).orElseThrow();

            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getMediaType()).hasToString("application/problem+json");
            assertThat(answer.getHeaderString("WWW-Authenticate"))
                    .startsWith("Bearer error=\"insufficient_user_authentication\"")
                    .contains("acr_values=\"mfa hwk\"")
                    .endsWith("max_age=\"300\"");
            assertThat(answer.getEntity().toString()).contains("urn:seenby:problem:insufficient-user-authentication");
        }
    }
}
