package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.left;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.searched;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AfterDepartureTest {

    private static final String RULE = AfterDeparture.NAME;

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void raisesAnAlertWhateverExplainsIt() {
        Story story =
                given(assigned("r-1", "dr-a", "client-0001"), left("dr-a")).when(read("dr-a", "client-0001"));
        BreachAlert alert = story.alerts(RULE).get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.summary()).isEqualTo("A record was opened by an actor whose employment had ended.");
        assertThat(story.found(NoRelationship.NAME)).isEmpty();
    }

    @Test
    void beginsWithTheMomentOfLeaving() {
        Story story = given(left("dr-a").at(MORNING.plus(HOUR)).recordedAt(MORNING))
                .when(
                        read("dr-a", "client-0001").at(MORNING.plus(HOUR).minusNanos(1_000)),
                        read("dr-a", "client-0002").at(MORNING.plus(HOUR)));

        assertThat(story.found(RULE)).containsExactly(client("client-0002"));
    }

    @Test
    void staysSilentAboutWhoCameBackAndAboutOthers() {
        assertThat(given(left("dr-a"), inTeams("dr-a", "unit-1"))
                        .when(read("dr-a", "client-0001"), read("dr-b", "client-0001"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void knowsNothingBeforeItIsSaid() {
        assertThat(given(read("dr-a", "client-0001"))
                        .when(left("dr-a").at(MORNING.minus(HOUR)))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void staysSilentWhereNothingWasSeen() {
        assertThat(given(left("dr-a"))
                        .when(
                                searched("dr-a", "client-0001"),
                                read("dr-a", "client-0001").ending(Outcome.FAILURE))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void raisesOneAlertADayForEachClient() {
        Story story = given(left("dr-a")).when(read("dr-a", "client-0001", "client-0002"), read("dr-a", "client-0001"));

        assertThat(story.alerts(RULE)).hasSize(2);
        assertThat(story.findings(RULE)).hasSize(3);
    }
}
