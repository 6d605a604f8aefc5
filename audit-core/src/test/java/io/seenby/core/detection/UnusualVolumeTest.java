package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.clients;
import static io.seenby.core.detection.HabitWords.exportedMany;
import static io.seenby.core.detection.HabitWords.times;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusualVolumeTest {

    private static final String RULE = UnusualVolume.NAME;

    private static Instant day(int day) {
        return MORNING.plus(Duration.ofDays(day));
    }

    private static Happening busy(String actor, int clients, int day) {
        return exportedMany(actor, 1, clients(0, clients)).at(day(day));
    }

    /** Five finished days with so many clients, and a sixth begun. */
    private static Story used(String actor, int clients) {
        return given(times(6, day -> busy(actor, day < 5 ? clients : 1, day)));
    }

    @Test
    void showsADayThreeTimesAsBusyAsTheUsualOnes() {
        Story story = used("nurse-07", 12).when(busy("nurse-07", 35, 5), busy("nurse-07", 36, 5));

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.actor()).contains(actor("nurse-07"));
        assertThat(alert.evidence()).containsExactly(7L);
        assertThat(alert.summary())
                .isEqualTo("One actor opened records of 36 clients within one day, where 12 are usual for them or their"
                        + " peers.");
        assertThat(story.found(RULE)).hasSize(36);
    }

    @Test
    void speaksOnceADayAndAgainOnTheNext() {
        Story story =
                used("nurse-07", 4).when(busy("nurse-07", 40, 5), busy("nurse-07", 60, 5), busy("nurse-07", 60, 6));

        assertThat(story.alerts(RULE).stream().map(BreachAlert::evidence).map(each -> each.get(0)))
                .containsExactly(6L, 8L);
    }

    @Test
    void countsAClientOnceADay() {
        assertThat(used("nurse-07", 12)
                        .when(times(9, look -> busy("nurse-07", 35, 5)))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void knowsNothingUsualOfNewPeople() {
        assertThat(given(busy("nurse-07", 2, 0), busy("nurse-07", 300, 1)).alerts(RULE))
                .isEmpty();
    }

    @Test
    void minimumKeepsQuietDaysQuiet() {
        assertThat(used("nurse-07", 1).when(busy("nurse-07", 29, 5)).alerts(RULE))
                .isEmpty();
    }

    @Test
    void takesPeersWhereTheyAreBusierAndWhereThereIsNoHabitYet() {
        Happening[] peers = IntStream.range(0, 21)
                .mapToObj(peer -> IntStream.range(0, 2)
                        .mapToObj(day -> busy("nurse-" + (20 + peer), 24, day).as("nurse")))
                .flatMap(each -> each)
                .toArray(Happening[]::new);
        Story story = given(peers)
                .when(
                        busy("nurse-99", 71, 1).as("nurse"),
                        busy("clerk-01", 72, 1).as("clerk"));

        assertThat(story.alerts(RULE)).isEmpty();
        assertThat(story.when(busy("nurse-99", 72, 1).as("nurse")).alerts(RULE)).hasSize(1);
    }

    @Test
    void whatComesAfterALaterDayIsCountedToNoDay() {
        assertThat(used("nurse-07", 4)
                        .when(busy("nurse-07", 40, 4).recordedAt(day(5)), busy("nurse-07", 1, 5))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void aClockThatRunsAheadMovesNoDay() {
        Story story = used("nurse-07", 4)
                .when(
                        busy("nurse-07", 1, 9).recordedAt(day(5)),
                        busy("nurse-07", 40, 5).recordedAt(day(5)));

        assertThat(story.alerts(RULE)).hasSize(1);
    }

    @Test
    void skipsWhatIsReportedLate() {
        assertThat(used("nurse-07", 4)
                        .when(busy("nurse-07", 60, 6).recordedAt(day(6).plus(Duration.ofDays(31))))
                        .alerts(RULE))
                .isEmpty();
    }
}
