package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.left;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.searched;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DepartureToldLateTest {

    private static final String RULE = DepartureToldLate.NAME;
    private static final Instant NOON = MORNING.plus(Duration.ofHours(4));

    /** At eight in the morning, as one learns at noon. */
    private static Happening toldLate() {
        return left("dr-a").at(MORNING).recordedAt(NOON);
    }

    @Test
    void raisesOneAlertThatNamesWhomTheySawSince() {
        Story story = given(assigned("r-1", "dr-a", "client-0001"))
                .when(
                        read("dr-a", "client-0001").at(MORNING.plusSeconds(60)),
                        read("dr-a", "client-0002").at(MORNING.plusSeconds(120)),
                        read("dr-a", "client-0001").at(MORNING.plusSeconds(180)),
                        toldLate());

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.actor()).contains(actor("dr-a"));
        assertThat(alert.clients()).containsExactly(client("client-0001"), client("client-0002"));
        assertThat(alert.evidence()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(alert.occurredAt()).isEqualTo(MORNING.plusSeconds(60));
        assertThat(alert.raisedAt()).isEqualTo(NOON);
        assertThat(alert.summary())
                .isEqualTo("An actor opened records of 2 clients after their employment had ended, which became known"
                        + " only later.");
        assertThat(story.findings(RULE))
                .hasSize(2)
                .allMatch(finding -> finding.index() == 4 && finding.actor().equals(actor("dr-a")));
    }

    @Test
    void beginsWithTheMomentOfLeaving() {
        assertThat(given(
                                read("dr-a", "client-0001").at(MORNING.minusNanos(1_000)),
                                read("dr-a", "client-0002").at(MORNING))
                        .when(toldLate())
                        .found(RULE))
                .containsExactly(client("client-0002"));
    }

    @Test
    void reachesBackThirtyDays() {
        Instant reach = NOON.minus(Duration.ofDays(30));
        assertThat(given(
                                read("dr-a", "client-0001").at(reach.minusNanos(1_000)),
                                read("dr-a", "client-0002").at(reach))
                        .when(left("dr-a").at(reach.minus(Duration.ofDays(9))).recordedAt(NOON))
                        .found(RULE))
                .containsExactly(client("client-0002"));
    }

    @Test
    void findsNothingThatWasFoundAlready() {
        Story story = given(
                        left("dr-a").at(MORNING), read("dr-a", "client-0001").at(NOON.minusSeconds(60)))
                .when(toldLate());

        assertThat(story.alerts(AfterDeparture.NAME)).hasSize(1);
        assertThat(story.findings(RULE)).isEmpty();
    }

    @Test
    void findsNothingOfWhoHadComeBackWhenTheyLooked() {
        assertThat(given(
                                inTeams("dr-a", "unit-1").at(MORNING.plusSeconds(30)),
                                read("dr-a", "client-0001").at(MORNING.plusSeconds(60)))
                        .when(toldLate())
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void findsNothingOfOthersNorOfWhatNeedsNoReason() {
        assertThat(given(
                                read("dr-b", "client-0001").at(MORNING.plusSeconds(60)),
                                searched("dr-a", "client-0002").at(MORNING.plusSeconds(60)),
                                read("dr-a", "client-0003")
                                        .by(ActorKind.SERVICE)
                                        .at(MORNING.plusSeconds(60)))
                        .when(toldLate())
                        .findings(RULE))
                .isEmpty();
    }
}
