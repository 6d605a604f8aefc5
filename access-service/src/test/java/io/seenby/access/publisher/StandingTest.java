package io.seenby.access.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.Quota;
import io.seenby.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Terms READS = new Terms(Set.of(EventType.RECORD_READ), new Quota(1, 3));

    private final AtomicReference<Optional<Problem>> blind = new AtomicReference<>(Optional.empty());

    private static Registration registration(long ordinal, boolean suspended, Terms terms) {
        return new Registration(
                ordinal, new TenantId("harbor-law"), new PublisherId("ehr"), suspended, terms, Instant.EPOCH);
    }

    private Standing standing(Terms terms) {
        return new Standing(registration(1, false, terms), blind::get);
    }

    private static Optional<ProblemType> type(Optional<Problem> problem) {
        return problem.map(Problem::type);
    }

    @Test
    void maySendWhatItIsRegisteredForAndNothingElse() {
        Standing standing = standing(READS);

        assertThat(standing.refusal(EventType.RECORD_READ)).isEmpty();
        Problem refusal = standing.refusal(EventType.INFORMATION_DISCLOSED).orElseThrow();
        assertThat(refusal.type()).isEqualTo(ProblemType.TYPE_NOT_PERMITTED);
        assertThat(refusal.errors()).extracting("pointer").containsExactly("/type");
    }

    @Test
    void emptyMeansNothingAndNotEverything() {
        Standing standing = standing(new Terms(Set.of(), new Quota(1, 1)));

        for (EventType type : EventType.values()) {
            assertThat(standing.refusal(type)).as(type.wire()).isPresent();
        }
    }

    @Test
    void aSuspensionHoldsFromTheMomentItIsKnown() {
        Standing standing = standing(READS);
        assertThat(standing.closed()).isEmpty();

        standing.become(registration(2, true, READS));
        assertThat(type(standing.closed())).contains(ProblemType.SUSPENDED_PUBLISHER);

        standing.become(registration(3, false, READS));
        assertThat(standing.closed()).isEmpty();
    }

    @Test
    void whatIsKnownLaterAndWasDecidedEarlierLiftsNothing() {
        Standing standing = standing(READS);

        standing.become(registration(5, true, READS));
        standing.become(registration(4, false, READS));

        assertThat(type(standing.closed())).contains(ProblemType.SUSPENDED_PUBLISHER);
    }

    @Test
    void nothingIsTakenWhileNobodyKnowsWhoIsSuspended() {
        Standing standing = standing(READS);

        blind.set(Optional.of(Problem.passing(ProblemType.UNAVAILABLE, "dark", Duration.ofSeconds(1))));

        assertThat(type(standing.closed())).contains(ProblemType.UNAVAILABLE);
    }

    @Test
    void theBurstIsThereAtOnceAndThenOnlyTheRate() {
        Standing standing = standing(READS);

        for (int i = 0; i < 3; i++) {
            assertThat(standing.tryTake()).isEmpty();
        }
        Problem refusal = standing.tryTake().orElseThrow();
        assertThat(refusal.type()).isEqualTo(ProblemType.QUOTA_EXCEEDED);
        assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(1));
        assertThat(type(standing.mayBegin())).contains(ProblemType.QUOTA_EXCEEDED);
    }

    @Test
    void aBatchTakesOnCreditAndIsToldWhenItIsPaidFor() {
        Standing standing = standing(READS);

        assertThat(standing.take(3)).isZero();
        assertThat(standing.take(10)).isBetween(Duration.ofMillis(9_000), Duration.ofSeconds(10));
        assertThat(standing.take(1)).isBetween(Duration.ofMillis(10_000), Duration.ofSeconds(11));
        assertThat(standing.tryTake().orElseThrow().retryAfter().orElseThrow())
                .as("debts of a batch are paid by whoever comes next")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void aWaitIsRoundedUpSoThatNobodyComesTooEarly() {
        assertThat(Standing.exhausted(Duration.ofMillis(1)).retryAfter()).hasValue(Duration.ofSeconds(1));
        assertThat(Standing.exhausted(Duration.ofMillis(1_001)).retryAfter()).hasValue(Duration.ofSeconds(2));
        assertThat(Standing.exhausted(Duration.ofSeconds(2)).retryAfter()).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void aLargerQuotaHoldsAtOnceAndForgivesNoDebt() {
        Standing standing = standing(READS);
        standing.take(1_000);

        standing.become(registration(2, false, new Terms(READS.types(), new Quota(100, 100))));

        assertThat(standing.tryTake().orElseThrow().retryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    @Test
    void theSameTermsAreTheSameTextInWhateverOrderTheyWereGiven() {
        assertThat(new Terms(Set.of(EventType.RECORD_READ, EventType.ACCESS_DENIED), new Quota(1, 1)).wireNames())
                .containsExactly("seenby.access-denied.v1", "seenby.record-read.v1");
    }
}
