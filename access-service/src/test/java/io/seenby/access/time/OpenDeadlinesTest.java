package io.seenby.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.LedgerEvent.PublisherHeartbeat;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenDeadlinesTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final TenantId HARBOR = new TenantId("harbor-law");
    private static final TenantId OTHER = new TenantId("st-brigid");
    private static final PublisherInstance.Key EHR = new PublisherInstance.Key(new PublisherId("ehr"), "main");

    private final OpenDeadlines deadlines = new OpenDeadlines(Duration.ofMinutes(1), 100);

    private static Instant after(long seconds) {
        return MORNING.plusSeconds(seconds);
    }

    private void number(long number, long second) {
        deadlines.heard(HARBOR, new Sign(EHR, OptionalLong.of(number), Optional.empty(), false), after(second));
    }

    private void promise(long seconds, long second) {
        var heartbeat = new PublisherHeartbeat(OptionalLong.empty(), Optional.of(Duration.ofSeconds(seconds)));
        deadlines.heard(HARBOR, new Sign(EHR, OptionalLong.empty(), Optional.of(heartbeat), false), after(second));
    }

    private void brokeGlass(long second) {
        deadlines.heard(HARBOR, new Sign(EHR, OptionalLong.empty(), Optional.empty(), true), after(second));
    }

    private void anything(long second) {
        deadlines.heard(HARBOR, new Sign(EHR, OptionalLong.empty(), Optional.empty(), false), after(second));
    }

    @Test
    void whoNeitherCountsNorPromisesIsNeverDue() {
        anything(0);

        assertThat(deadlines.due(after(100_000))).isEmpty();
    }

    @Test
    void aPromiseIsDueWhenItAndItsGraceAndTheClocksAreOver() {
        promise(60, 0);

        assertThat(deadlines.due(after(130))).isEmpty();
        assertThat(deadlines.due(after(131))).containsExactly(HARBOR);
    }

    @Test
    void anyEntryOfTheInstanceKeepsThePromise() {
        promise(60, 0);
        anything(50);

        assertThat(deadlines.due(after(131))).isEmpty();
        assertThat(deadlines.due(after(181))).containsExactly(HARBOR);
    }

    @Test
    void aMissingNumberIsDueUnlessItComes() {
        number(1, 0);
        number(3, 0);
        assertThat(deadlines.due(after(310))).isEmpty();
        assertThat(deadlines.due(after(311))).containsExactly(HARBOR);

        number(2, 200);
        assertThat(deadlines.due(after(311))).isEmpty();
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        promise(60, 0);
        deadlines.told(HARBOR, after(131));

        assertThat(deadlines.due(after(100_000))).isEmpty();
    }

    @Test
    void whatWasNotToldAfterAllIsDueAgain() {
        promise(60, 0);
        deadlines.told(HARBOR, after(131));
        deadlines.notTold(HARBOR);

        assertThat(deadlines.due(after(132))).containsExactly(HARBOR);
    }

    @Test
    void aTenantIsToldAtMostOnceAMinute() {
        promise(60, 0);
        deadlines.told(HARBOR, after(131));
        number(1, 0);
        number(3, 0);
        deadlines.told(HARBOR, after(300));

        assertThat(deadlines.due(after(359))).isEmpty();
        assertThat(deadlines.due(after(360))).containsExactly(HARBOR);
    }

    @Test
    void tenantsAreToldEachForItself() {
        promise(60, 0);
        deadlines.told(OTHER, after(131));

        assertThat(deadlines.due(after(131))).containsExactly(HARBOR);
    }

    /** Due after 72 hours, of which the minute is told that has begun. */
    @Test
    void aReviewIsDueWhenItsMinuteAndTheClocksAreOver() {
        brokeGlass(30);

        assertThat(deadlines.due(after(72 * 3600 + 60 + 10))).isEmpty();
        assertThat(deadlines.due(after(72 * 3600 + 60 + 11))).containsExactly(HARBOR);
    }

    @Test
    void reviewsOfOneMinuteAreToldOnceAndThoseOfAnotherAgain() {
        brokeGlass(0);
        brokeGlass(59);
        brokeGlass(600);
        deadlines.told(HARBOR, after(72 * 3600 + 71));

        assertThat(deadlines.due(after(72 * 3600 + 670))).isEmpty();
        assertThat(deadlines.due(after(72 * 3600 + 671))).containsExactly(HARBOR);
        deadlines.told(HARBOR, after(72 * 3600 + 671));
        assertThat(deadlines.due(after(100 * 3600))).isEmpty();
    }

    @Test
    void aReviewThatWasNotToldAfterAllIsDueAgain() {
        brokeGlass(0);
        deadlines.told(HARBOR, after(72 * 3600 + 71));
        deadlines.notTold(HARBOR);

        assertThat(deadlines.due(after(72 * 3600 + 72))).containsExactly(HARBOR);
    }

    @Test
    void holdsNoMoreInstancesThanItMay() {
        for (int i = 0; i < 1_000; i++) {
            var key = new PublisherInstance.Key(new PublisherId("ehr"), "pod-" + i);
            deadlines.heard(
                    new TenantId("firm-" + i), new Sign(key, OptionalLong.of(1), Optional.empty(), false), after(0));
            deadlines.heard(
                    new TenantId("firm-" + i), new Sign(key, OptionalLong.of(3), Optional.empty(), false), after(0));
        }

        assertThat(deadlines.due(after(1_000))).hasSizeLessThanOrEqualTo(100);
    }
}
