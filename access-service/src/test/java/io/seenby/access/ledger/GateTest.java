package io.seenby.access.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GateTest {

    /** Stands still until it is told. */
    private static final class HandClock extends Clock {
        private long millis = 1_000_000;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
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

    private final HandClock clock = new HandClock();
    private final Gate gate =
            new Gate(clock, () -> clock.millis * 1_000_000, Duration.ofSeconds(5), Duration.ofSeconds(1));

    private void acknowledgeAt(long broker) {
        gate.acknowledged(clock.millis, broker);
    }

    @Test
    void firstAppendIsAProbeAndOthersWaitForIt() {
        assertThat(gate.enter()).isInstanceOf(Gate.Probe.class);
        Gate.Pass second = gate.enter();
        assertThat(second)
                .isInstanceOfSatisfying(
                        Gate.Wait.class, wait -> assertThat(wait.over()).isNotDone());
        acknowledgeAt(clock.millis);
        assertThat(((Gate.Wait) second).over()).isCompleted();
        assertThat(gate.enter()).isInstanceOf(Gate.Free.class);
    }

    @Test
    void clockFartherOffThanFiveSecondsShutsTheGateUntilAProbeIsRight() {
        gate.enter();
        acknowledgeAt(clock.millis);
        acknowledgeAt(clock.millis - 5_001);
        assertThat(gate.enter()).isInstanceOf(Gate.Closed.class);
        assertThat(gate.closed())
                .hasValueSatisfying(
                        why -> assertThat(why.detail()).contains("clock").doesNotContain("5001"));
        clock.millis += 1_000;
        assertThat(gate.enter()).isInstanceOf(Gate.Probe.class);
        assertThat(gate.enter()).isInstanceOf(Gate.Closed.class);
        acknowledgeAt(clock.millis + 6_000);
        assertThat(gate.enter()).isInstanceOf(Gate.Closed.class);
        clock.millis += 1_000;
        gate.enter();
        acknowledgeAt(clock.millis + 4_999);
        assertThat(gate.enter()).isInstanceOf(Gate.Free.class);
        assertThat(gate.closed()).isEmpty();
    }

    @Test
    void waitingInAQueueIsNotTakenForAWrongClock() {
        gate.enter();
        long sent = clock.millis;
        clock.millis += 9_000;
        gate.acknowledged(sent, sent + 8_500);
        assertThat(gate.enter()).isInstanceOf(Gate.Free.class);
    }

    @Test
    void lateAcknowledgementDoesNotOpenAGateThatWasShutMeanwhile() {
        gate.enter();
        acknowledgeAt(clock.millis);
        gate.unanswered(new IllegalStateException());
        acknowledgeAt(clock.millis);
        assertThat(gate.enter()).isInstanceOf(Gate.Closed.class);
    }

    @Test
    void failedFirstProbeLetsWaitersGoOnToBeRefused() {
        gate.enter();
        Gate.Wait wait = (Gate.Wait) gate.enter();
        gate.unanswered(new IllegalStateException());
        assertThat(wait.over()).isCompleted();
        assertThat(gate.enter()).isInstanceOf(Gate.Closed.class);
    }
}
