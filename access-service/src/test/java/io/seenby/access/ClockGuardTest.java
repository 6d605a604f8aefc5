package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ClockGuardTest.WrongClock.class)
@QuarkusTestResource(Stack.class)
class ClockGuardTest {

    private static final String TENANT = "clock-guard";

    /** With a clock that a test sets. */
    public static class WrongClock implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("access.ledger.retry-after", "4s");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ShiftedClock.class);
        }
    }

    @Alternative
    @Singleton
    static class ShiftedClock extends Clock {
        private static volatile long seconds;

        @Override
        public Instant instant() {
            return Instant.now().plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Client publisher = Client.publisher(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private HttpResponse<String> event() {
        return publisher.event(Reports.read(Reports.newId(), "client-1"));
    }

    @Test
    void instanceWithAWrongClockRefusesToAppendUntilItIsRight() throws InterruptedException {
        for (long wrong : new long[] {-20, 20}) {
            assertThat(event().statusCode()).isEqualTo(201);
            ShiftedClock.seconds = wrong;
            // It learns of it from the next acknowledgement.
            event();
            String id = Reports.newId();
            HttpResponse<String> refused = publisher.event(Reports.read(id, "client-1"));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).hasValue("4");
            assertThat(refused.body()).contains("clock");
            assertThat(publisher.get("/q/health/ready").statusCode()).isEqualTo(503);
            ShiftedClock.seconds = 0;
            Thread.sleep(4_000);
            assertThat(event().statusCode()).isEqualTo(201);
            assertThat(LedgerReader.entries(TENANT))
                    .noneMatch(entry -> entry.eventId().value().equals(id));
            assertThat(publisher.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }
}
