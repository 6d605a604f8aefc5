package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DormantAccountTest {

    private static final String RULE = DormantAccount.NAME;
    private static final Instant AWAKE = MORNING.plus(Duration.ofDays(45));

    private static Story forgotten() {
        return given(
                assigned("team-1", "temp-04", "client-0001"),
                read("temp-04", "client-0001").at(MORNING));
    }

    @Test
    void showsAStrangersRecordOpenedAfterALongSilence() {
        Story story = forgotten().when(read("temp-04", "client-0002").at(AWAKE));

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.summary())
                .isEqualTo("An account unused for 45 days or more opened a record without a known relationship to its"
                        + " client.");
        assertThat(story.found(RULE)).containsExactly(client("client-0002"));
    }

    @Test
    void countsTheWholeDayAndNotTheNext() {
        assertThat(forgotten()
                        .when(
                                read("temp-04", "client-0001").at(AWAKE),
                                read("temp-04", "client-0002").at(AWAKE.plusSeconds(60)),
                                read("temp-04", "client-0003").at(AWAKE.plus(Duration.ofDays(1))))
                        .found(RULE))
                .containsExactly(client("client-0002"));
    }

    @Test
    void staysSilentAfterAShorterAbsenceAndOfOnesOwnClients() {
        assertThat(forgotten()
                        .when(read("temp-04", "client-0002").at(AWAKE.minusSeconds(1)))
                        .findings(RULE))
                .isEmpty();
        assertThat(forgotten().when(read("temp-04", "client-0001").at(AWAKE)).findings(RULE))
                .isEmpty();
    }

    @Test
    void whoWasNeverSeenIsNew() {
        assertThat(given(read("temp-05", "client-0002").at(AWAKE)).findings(RULE))
                .isEmpty();
    }

    @Test
    void aLookThatWasReportedLateStillSaysWhenSomebodyWasSeen() {
        assertThat(given(read("temp-04", "client-0001").at(MORNING).recordedAt(AWAKE))
                        .when(read("temp-04", "client-0002").at(AWAKE))
                        .found(RULE))
                .containsExactly(client("client-0002"));
    }

    @Test
    void aRelationshipEnteredAfterwardsExplainsIt() {
        Story story = forgotten()
                .when(
                        read("temp-04", "client-0002").at(AWAKE),
                        assigned("team-2", "temp-04", "client-0002")
                                .valid(MORNING)
                                .at(AWAKE.plusSeconds(600)));

        assertThat(story.found(RULE)).isEmpty();
        assertThat(story.alerts(RULE)).extracting(BreachAlert::status).last().isEqualTo(BreachAlert.Status.EXPLAINED);
    }
}
