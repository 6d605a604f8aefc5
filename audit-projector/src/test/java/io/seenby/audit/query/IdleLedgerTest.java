package io.seenby.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.audit.checkpoint.CheckpointBoard;
import io.seenby.audit.checkpoint.Published;
import io.seenby.audit.checkpoint.TreeName;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A silent ledger can be told from a silenced one: it is signed once a day. */
@QuarkusTest
@QuarkusTestResource(AuditStack.class)
class IdleLedgerTest {

    private static final long LIMIT_NANOS = 20_000_000_000L;

    /** The signer looks every 200 ms: enough for it to have looked several times. */
    private static final Duration SEVERAL_LOOKS = Duration.ofMillis(1_500);

    @Inject
    MovableClock clock;

    @Inject
    CheckpointBoard board;

    private final ViewsStory story = new ViewsStory();

    @AfterEach
    void now() {
        clock.moveTo(Duration.ZERO);
    }

    private Published latest() {
        return board.latest(TreeName.originOf(story.name())).orElseThrow();
    }

    @Test
    void aTreeThatDoesNotGrowIsSignedAgainAfterADayAndNotBefore() throws InterruptedException {
        AuditStack.DOOR.reset();
        story.entry().add();
        story.tell();
        Published first = Checkpoints.awaitOf(story);
        Thread.sleep(SEVERAL_LOOKS);
        assertThat(latest().offset()).isEqualTo(first.offset());

        clock.moveTo(Duration.ofHours(23));
        Thread.sleep(SEVERAL_LOOKS);
        assertThat(latest().offset()).isEqualTo(first.offset());

        clock.moveTo(Duration.ofHours(24).plusMinutes(1));
        long limit = System.nanoTime() + LIMIT_NANOS;
        while (latest().offset() == first.offset() && System.nanoTime() < limit) {
            Thread.sleep(20);
        }
        assertThat(latest().offset()).isGreaterThan(first.offset());
        assertThat(latest().checkpoint()).isEqualTo(first.checkpoint());
    }
}
