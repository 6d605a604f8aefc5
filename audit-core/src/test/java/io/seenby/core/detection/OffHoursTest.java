package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.times;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OffHoursTest {

    private static final String RULE = OffHours.NAME;
    private static final Instant NIGHT = MORNING.plus(Duration.ofHours(15));

    /** So many looks of clerks on one morning, at their own client. */
    private static Story mornings(int looks) {
        return given(assigned("team-1", "clerk-01", "client-0001"))
                .when(times(
                        looks,
                        each -> read("clerk-01", "client-0001").as("clerk").at(MORNING.plusSeconds(each))));
    }

    @Test
    void findsALookAtAnHourAtWhichNobodyOfTheRoleWorks() {
        Story story =
                mornings(200).when(read("clerk-02", "client-0002").as("clerk").at(NIGHT));

        assertThat(story.found(RULE)).containsExactly(client("client-0002"));
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void countsForASuspiciousLook() {
        Story story = mornings(200)
                .when(read("clerk-02", "client-0002")
                        .as("clerk")
                        .labelled("privileged")
                        .at(NIGHT));

        assertThat(story.alerts(SuspiciousLook.NAME).get(0).summary())
                .contains("the record is sensitive, hardly anybody of the actor's role works at that hour (4 points");
    }

    @Test
    void needsAHabitAndAnotherRoleHasItsOwn() {
        assertThat(mornings(198)
                        .when(read("clerk-02", "client-0002").as("clerk").at(NIGHT))
                        .findings(RULE))
                .isEmpty();
        assertThat(mornings(200)
                        .when(read("nurse-02", "client-0002").as("nurse").at(NIGHT))
                        .findings(RULE))
                .isEmpty();
        assertThat(mornings(200).when(read("nurse-02", "client-0002").at(NIGHT)).findings(RULE))
                .isEmpty();
    }

    @Test
    void theHoursBesideAreTheirHoursToo() {
        assertThat(mornings(200)
                        .when(read("clerk-02", "client-0002").as("clerk").at(MORNING.plus(Duration.ofHours(1))))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void whatIsExplainedMayBeDoneAtAnyHour() {
        assertThat(mornings(200)
                        .when(read("clerk-01", "client-0001").as("clerk").at(NIGHT))
                        .findings(RULE))
                .isEmpty();
    }
}
