package io.seenby.audit.query;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock: the right time, unless a test says how much later it is. */
@Mock
@ApplicationScoped
public class MovableClock extends Clock {

    private volatile Duration later = Duration.ZERO;

    public void moveTo(Duration laterThanNow) {
        later = laterThanNow;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(later);
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
