package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.heartbeat;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.timePassed;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceGapTest {

    private static final Instant GRACE_OVER = MORNING.plus(Duration.ofMinutes(5));

    private static Happening number(long number) {
        return known("client-0001").numbered(number).at(MORNING);
    }

    private static Happening numberAt(long number, Instant moment) {
        return known("client-0001").numbered(number).at(moment);
    }

    private static List<Status> statuses(Story story) {
        return story.alerts(SequenceGap.NAME).stream().map(BreachAlert::status).toList();
    }

    @ParameterizedTest(name = "{0} after {1} ms: {2}")
    @CsvSource({
        "1 2 3,   300001, 0",
        "1 3,     300000, 0",
        "1 3,     300001, 1",
        "1 3 2,   300001, 0",
        "3 1 2,   300001, 0",
        "3 1,     300001, 1",
        "7,       300001, 0",
        "1 3 5 9, 300001, 1",
    })
    void speaksOfWhatIsMissingWhenTheGraceIsOver(String numbers, long millis, int alerts) {
        Story story = new Story();
        for (String each : numbers.trim().split(" ")) {
            story.when(number(Long.parseLong(each)));
        }

        story.when(timePassed().at(MORNING.plusMillis(millis)));

        assertThat(statuses(story)).hasSize(alerts);
    }

    @Test
    void namesTheInstanceAndNobody() {
        Story story = given(number(1), number(4), timePassed().at(GRACE_OVER.plusMillis(1)));

        BreachAlert alert = story.alerts(SequenceGap.NAME).get(0);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.summary()).isEqualTo("Events that publisher ward-app/main has numbered are missing: 2.");
        assertThat(alert.actor()).isEmpty();
        assertThat(alert.clients()).isEmpty();
        assertThat(alert.evidence()).containsExactly(1L, 2L);
        assertThat(alert.occurredAt()).isEqualTo(MORNING);
    }

    @Test
    void isWokenByWhateverHappensInTheTenant() {
        Story story =
                given(number(1), number(3), known("client-0002").from("other").at(GRACE_OVER.plusSeconds(1)));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
    }

    @Test
    void isExplainedWhenTheLastMissingNumberHasArrived() {
        Story story = given(number(1), number(4), timePassed().at(GRACE_OVER.plusMillis(1)));

        story.when(numberAt(2, GRACE_OVER.plusSeconds(1)));
        assertThat(statuses(story)).containsExactly(Status.OPEN);
        story.when(numberAt(3, GRACE_OVER.plusSeconds(2)));
        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED);
        assertThat(story.instance("main").sequence().gaps()).isEmpty();
    }

    @Test
    void aNumberThatArrivesAfterTheGraceLeavesBothInTheJournal() {
        Story story = given(number(1), number(3), numberAt(2, GRACE_OVER.plusMillis(1)));

        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED);
    }

    @Test
    void oneAlertADayWhichOpensAgain() {
        Story story = given(number(1), number(3), timePassed().at(GRACE_OVER.plusSeconds(1)));
        Instant later = MORNING.plus(Duration.ofHours(1));
        story.when(numberAt(5, later), timePassed().at(later.plus(Duration.ofMinutes(6))));
        assertThat(statuses(story)).as("one is open already").containsExactly(Status.OPEN);

        story.when(numberAt(2, later.plus(Duration.ofMinutes(7))), numberAt(4, later.plus(Duration.ofMinutes(8))));
        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED);

        story.when(numberAt(7, later.plus(Duration.ofMinutes(9))), timePassed().at(later.plus(Duration.ofMinutes(15))));
        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED, Status.OPEN);
        assertThat(story.alerts(SequenceGap.NAME))
                .extracting(BreachAlert::alertId)
                .containsOnly(story.alerts(SequenceGap.NAME).get(0).alertId());
    }

    @Test
    void aNewLossOnAnotherDayIsAnotherAlert() {
        Instant tomorrow = MORNING.plus(Duration.ofDays(1));
        Story story = given(
                number(1),
                number(3),
                timePassed().at(GRACE_OVER.plusSeconds(1)),
                numberAt(5, tomorrow),
                timePassed().at(tomorrow.plus(Duration.ofMinutes(6))));

        assertThat(story.alerts(SequenceGap.NAME))
                .extracting(BreachAlert::revision)
                .containsExactly(1, 1);
    }

    @Test
    void aHeartbeatShowsALossAtTheEnd() {
        Story story = given(
                number(1),
                heartbeat(OptionalLong.of(2), Optional.empty()).at(MORNING),
                timePassed().at(GRACE_OVER.plusSeconds(1)));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
    }

    @Test
    void instancesCountForThemselves() {
        Story story = given(
                number(1).from("one"),
                number(9).from("two"),
                number(2).from("one"),
                timePassed().at(GRACE_OVER.plusSeconds(9)));

        assertThat(statuses(story)).isEmpty();
    }
}
