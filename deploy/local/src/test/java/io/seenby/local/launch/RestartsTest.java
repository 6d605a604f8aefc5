package io.seenby.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Restarts restarts = new Restarts(nanos::get);

    @Test
    void areThreeAMinuteForEachPart() {
        assertThat(restarts.take("one")).isTrue();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(restarts.take("one")).isTrue();
        assertThat(restarts.take("one")).isTrue();
        assertThat(restarts.take("one")).isFalse();
        assertThat(restarts.take("other")).isTrue();

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(restarts.take("one"))
                .as("the first is more than a minute ago")
                .isTrue();
        assertThat(restarts.take("one")).isFalse();
    }
}
