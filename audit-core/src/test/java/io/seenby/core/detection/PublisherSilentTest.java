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

class PublisherSilentTest {

    private static final Duration PROMISE = Duration.ofMinutes(10);

    private static Instant after(String minutes) {
        return MORNING.plus(Duration.parse("PT" + minutes));
    }

    private static Happening promise() {
        return heartbeat(PROMISE).at(MORNING);
    }

    private static List<Status> statuses(Story story) {
        return story.alerts(PublisherSilent.NAME).stream()
                .map(BreachAlert::status)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"10M, 0", "11M, 0", "11M0.001S, 1", "9H, 1"})
    void speaksWhenThePromiseAndTheGraceAreOver(String when, int alerts) {
        Story story = given(promise()).when(timePassed().at(after(when)));

        assertThat(statuses(story)).hasSize(alerts);
        assertThat(story.instance("main").silent()).isEqualTo(alerts == 1);
    }

    @Test
    void anyEntryKeepsThePromise() {
        Story story = given(
                promise(), known("client-0001").at(after("9M")), timePassed().at(after("19M")));

        assertThat(statuses(story)).isEmpty();
    }

    @Test
    void anotherInstanceKeepsItNot() {
        Story story = given(promise(), known("client-0001").from("other").at(after("12M")));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
        assertThat(story.instance("main").silent()).isTrue();
        assertThat(story.instance("other").silent()).isFalse();
    }

    @Test
    void whoPromisesNothingMayBeSilent() {
        assertThat(statuses(given(known("client-0001").at(MORNING), timePassed().at(after("48H")))))
                .isEmpty();
    }

    @Test
    void aPromiseIsTakenBackByAHeartbeatWithoutOne() {
        Story story = given(
                promise(),
                heartbeat(OptionalLong.empty(), Optional.empty()).at(after("1M")),
                timePassed().at(after("48H")));

        assertThat(statuses(story)).isEmpty();
    }

    @Test
    void speaksOnceOfASilenceAndNamesTheInstance() {
        Story story = given(promise())
                .when(timePassed().at(after("12M")), timePassed().at(after("72H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
        BreachAlert alert = story.alerts(PublisherSilent.NAME).get(0);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.summary()).contains("ward-app/main");
        assertThat(alert.evidence()).containsExactly(0L, 1L);
        assertThat(alert.actor()).isEmpty();
        assertThat(alert.occurredAt()).isEqualTo(MORNING);
    }

    @Test
    void isExplainedWhenItIsHeardAgainAndOpensAgainOnTheSameDay() {
        Story story = given(promise(), timePassed().at(after("12M")));

        story.when(known("client-0001").at(after("20M")));
        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED);
        story.when(timePassed().at(after("32M")));
        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED, Status.OPEN);
        assertThat(story.alerts(PublisherSilent.NAME))
                .extracting(BreachAlert::revision)
                .containsExactly(1, 2, 3);
    }

    @Test
    void itsOwnReturnTellsThatItWasSilent() {
        Story story = given(promise(), known("client-0001").at(after("3H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED);
        assertThat(story.instance("main").silent()).isFalse();
    }
}
