package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SerialLowAndSlowTest {

    private static final String RULE = SerialLowAndSlow.NAME;

    private static Instant day(int number) {
        return MORNING.plus(Duration.ofDays(number));
    }

    /** One client a day, from the first on. */
    private static Story days(int... numbers) {
        Story story = given();
        for (int number : numbers) {
            story.when(read("nurse-07", "client-%04d".formatted(number)).at(day(number)));
        }
        return story;
    }

    @Test
    void staysSilentAboutFourClients() {
        assertThat(days(1, 2, 3, 4).alerts(RULE)).isEmpty();
    }

    @Test
    void raisesAlertAtTheFifthClientWithinAFortnightAndNamesThemAll() {
        Story story = days(1, 4, 6, 11, 14);

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.actor()).contains(actor("nurse-07"));
        assertThat(alert.clients()).hasSize(5).contains(client("client-0001"), client("client-0014"));
        assertThat(alert.evidence()).containsExactly(4L);
        assertThat(alert.summary())
                .isEqualTo("One actor opened records of 5 clients within 14 days, few a day,"
                        + " without a known relationship to any of them.");
        assertThat(story.found(RULE)).containsExactly(client("client-0014"));
    }

    @Test
    void forgetsWhatIsFourteenDaysAgo() {
        assertThat(days(1, 4, 6, 11, 15).alerts(RULE)).isEmpty();
    }

    @Test
    void countsClientsNotAccesses() {
        assertThat(days(1, 2, 3, 4)
                        .when(read("nurse-07", "client-0001").at(day(5)))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void countsOnlyWhatNothingHasExplainedSince() {
        assertThat(days(1, 2, 3, 4)
                        .when(
                                assigned("team-1", "nurse-07", "client-0002").valid(MORNING),
                                read("nurse-07", "client-0005").at(day(5)))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void leavesTheDayToTheRuleThatCountsTheDay() {
        Story story = days(1, 2)
                .when(exported("nurse-07", "client-0003", "client-0004", "client-0005")
                        .at(day(3)));

        assertThat(story.alerts(NoRelationship.NAME)).hasSize(1);
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void namesTheNextOneOfTheSameDayByTheSameAlertAndAnotherDaysByAnother() {
        Story story = days(1, 2, 3, 4, 5).when(read("nurse-07", "client-0006"));
        assertThat(story.alerts(RULE)).extracting(BreachAlert::revision).containsExactly(1, 2);
        assertThat(story.alerts(RULE).get(1).clients()).hasSize(6);

        story.when(read("nurse-07", "client-0007").at(day(6)));
        assertThat(story.alerts(RULE)).extracting(BreachAlert::revision).containsExactly(1, 2, 1);
    }

    @Test
    void isExplainedWithItsOwnFindingAndOpensAgain() {
        Story story = days(1, 2, 3, 4, 5)
                .when(assigned("team-1", "nurse-07", "client-0005").valid(MORNING));
        story.when(read("nurse-07", "client-0006"));

        assertThat(story.alerts(RULE))
                .extracting(BreachAlert::status)
                .containsExactly(BreachAlert.Status.OPEN, BreachAlert.Status.EXPLAINED, BreachAlert.Status.OPEN);
        assertThat(story.alerts(RULE).get(2).clients()).hasSize(5).doesNotContain(client("client-0005"));
    }

    @Test
    void skipsAnEntryReportedTooLate() {
        assertThat(days(1, 2, 3, 4)
                        .when(read("nurse-07", "client-0005")
                                .at(MORNING.minus(Duration.ofDays(60)))
                                .recordedAt(day(5)))
                        .alerts(RULE))
                .isEmpty();
    }
}
