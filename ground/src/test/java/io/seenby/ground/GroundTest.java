package io.seenby.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroundTest {

    private final CountDownLatch now = new CountDownLatch(1);
    private final CountDownLatch later = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsFirmIsStartedOn() {
        Ground.require(Optional::empty, now::countDown, later::countDown);
        assertThat(now.getCount()).isOne();
    }

    @Test
    void whatIsRefusedEndsTheProcessBeforeTheStart() {
        Ground.require(() -> Optional.of("No."), now::countDown, later::countDown);
        assertThat(now.getCount()).isZero();
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainAndMayStillRefuse() throws InterruptedException {
        Ground.require(
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new TimeoutException("nobody");
                    }
                    return Optional.of("No.");
                },
                now::countDown,
                later::countDown);
        assertThat(now.getCount()).isOne();
        assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).hasValue(2);
    }
}
