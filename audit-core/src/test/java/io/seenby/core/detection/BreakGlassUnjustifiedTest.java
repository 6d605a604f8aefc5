package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import io.seenby.events.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakGlassUnjustifiedTest {

    private static final String RULE = BreakGlassUnjustified.NAME;

    @Test
    void showsABrokenGlassWithoutAWordWhy() {
        Story story = given(readUnderBreakGlass("dr-a", "client-0001"));

        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.evidence()).containsExactly(0L);
        assertThat(alert.summary()).isEqualTo("A record was opened without a justification, under break-glass.");
    }

    @Test
    void staysSilentWhereAWordWasGivenOrNoGlassWasBroken() {
        assertThat(given(readUnderBreakGlass("dr-a", "client-0001").justified(), read("dr-a", "client-0001"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void staysSilentWhereNothingWasSeenOrNobodyLooked() {
        assertThat(given(
                                readUnderBreakGlass("dr-a", "client-0001").ending(Outcome.FAILURE),
                                readUnderBreakGlass("indexer", "client-0001").by(ActorKind.SERVICE),
                                readUnderBreakGlass("dr-a"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void isNotExplainedByARelationship() {
        assertThat(given(assigned("team-1", "dr-a", "client-0001"))
                        .when(readUnderBreakGlass("dr-a", "client-0001"))
                        .found(RULE))
                .hasSize(1);
    }

    @Test
    void raisesOneAlertADayForActorAndClient() {
        Story story = given(
                readUnderBreakGlass("dr-a", "client-0001"),
                readUnderBreakGlass("dr-a", "client-0001"),
                readUnderBreakGlass("dr-a", "client-0002"),
                readUnderBreakGlass("dr-a", "client-0001").at(MORNING.plus(Duration.ofDays(1))));

        assertThat(story.alerts(RULE)).hasSize(3);
        assertThat(story.findings(RULE)).hasSize(4);
    }
}
