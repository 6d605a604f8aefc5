package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.left;
import static io.seenby.core.detection.StandingWords.unwalled;
import static io.seenby.core.detection.StandingWords.walled;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WallCrossedTest {

    private static final String RULE = WallCrossed.NAME;

    private static final Duration HOUR = Duration.ofHours(1);

    private static Happening wall() {
        return walled("wall-1", List.of("associate-03"), List.of("litigation-2"), "client-0001");
    }

    @Test
    void raisesACriticalAlertWhateverExplainsIt() {
        Story story =
                given(assigned("r-1", "associate-03", "client-0001"), wall()).when(read("associate-03", "client-0001"));
        BreachAlert alert = story.alerts(RULE).get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.CRITICAL);
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.evidence()).containsExactly(2L);
        assertThat(alert.summary())
                .isEqualTo("A record was opened across an ethical wall that keeps the actor from its client.");
        assertThat(story.found(NoRelationship.NAME)).isEmpty();
    }

    @Test
    void keepsAWholeTeamOut() {
        assertThat(given(wall(), inTeams("clerk-01", "litigation-2"))
                        .when(read("clerk-01", "client-0001"))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void staysSilentAboutOtherClientsAndOtherActors() {
        assertThat(given(wall())
                        .when(read("associate-03", "client-0002"), read("clerk-01", "client-0001"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void staysSilentBeforeTheWallStandsAndAfterItIsLifted() {
        Story story = given(wall().valid(MORNING.plus(HOUR), MORNING.plus(HOUR.multipliedBy(3))))
                .when(
                        read("associate-03", "client-0001")
                                .at(MORNING.plus(HOUR).minusSeconds(1)),
                        read("associate-03", "client-0001").at(MORNING.plus(HOUR)),
                        read("associate-03", "client-0001").at(MORNING.plus(HOUR.multipliedBy(3))));
        Story lifted = given(wall(), unwalled("wall-1")).when(read("associate-03", "client-0001"));

        assertThat(story.findings(RULE)).extracting(Finding::index).containsExactly(2L);
        assertThat(lifted.found(RULE)).isEmpty();
    }

    @Test
    void staysOpenWhenARelationshipComesLate() {
        assertThat(given(wall(), read("associate-03", "client-0001"))
                        .when(assigned("r-1", "associate-03", "client-0001").valid(MORNING))
                        .found(RULE))
                .hasSize(1);
    }

    @Test
    void isNotExplainedByBreakGlassAndSaysSo() {
        assertThat(given(wall())
                        .when(readUnderBreakGlass("associate-03", "client-0001"))
                        .alerts(RULE)
                        .get(0)
                        .summary())
                .endsWith(", under break-glass.");
    }

    @Test
    void namesOnlyTheClientBehindTheWall() {
        assertThat(given(wall())
                        .when(exported("associate-03", "client-0001", "client-0002"))
                        .found(RULE))
                .containsExactly(client("client-0001"));
    }

    @Test
    void raisesOneAlertADayAndAnotherForWhoLeft() {
        Story story = given(wall(), left("associate-03"))
                .when(read("associate-03", "client-0001"), read("associate-03", "client-0001"));

        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(story.findings(RULE)).hasSize(2);
        assertThat(story.alerts(AfterDeparture.NAME)).hasSize(1);
    }
}
