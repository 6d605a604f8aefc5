package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.stands;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.printed;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfAccessTest {

    private static final String RULE = SelfAccess.NAME;

    private static Happening isAlsoAClient() {
        return stands("nurse-07", Optional.empty(), Tokens.NONE, List.of(), "client-0007");
    }

    @Test
    void findsALookAtOnesOwnRecordAndShowsItToNobody() {
        Story story = given(isAlsoAClient()).when(read("nurse-07", "client-0007"));

        assertThat(story.found(RULE)).containsExactly(client("client-0007"));
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void showsWhatIsSensitive() {
        BreachAlert alert = given(isAlsoAClient())
                .when(read("nurse-07", "client-0007").labelled("psychotherapy"))
                .alerts(RULE)
                .get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.clients()).containsExactly(client("client-0007"));
        assertThat(alert.summary()).isEqualTo("An actor opened a sensitive record of their own.");
    }

    @Test
    void showsWhatLeftTheSystem() {
        assertThat(given(isAlsoAClient())
                        .when(exported("nurse-07", "client-0007", "client-0008"))
                        .alerts(RULE)
                        .get(0)
                        .summary())
                .isEqualTo("An actor exported or printed a record of their own.");
        assertThat(given(isAlsoAClient())
                        .when(printed("nurse-07", "client-0007"))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void isNotExplainedByARelationship() {
        assertThat(given(isAlsoAClient(), assigned("r-1", "nurse-07", "client-0007"))
                        .when(read("nurse-07", "client-0007"))
                        .found(RULE))
                .hasSize(1);
    }

    @Test
    void staysSilentAboutOthers() {
        assertThat(given(isAlsoAClient())
                        .when(read("nurse-08", "client-0007"), read("nurse-07", "client-0008"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void goesByWhatWasInForceWhenItHappened() {
        assertThat(given(isAlsoAClient())
                        .when(read("nurse-07", "client-0007").at(MORNING.minusSeconds(1)))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void raisesOneAlertADay() {
        Story story = given(isAlsoAClient())
                .when(
                        printed("nurse-07", "client-0007"),
                        printed("nurse-07", "client-0007"),
                        read("nurse-07", "client-0007"),
                        printed("nurse-07", "client-0007").at(MORNING.plus(Duration.ofDays(1))));

        assertThat(story.alerts(RULE)).hasSize(2);
        assertThat(story.findings(RULE)).hasSize(4);
        assertThat(story.findings(RULE).get(1).alertId())
                .isEqualTo(story.findings(RULE).get(0).alertId());
        assertThat(story.findings(RULE).get(2).alertId()).isEmpty();
    }

    @Test
    void saysThatTheGlassWasBroken() {
        assertThat(given(isAlsoAClient())
                        .when(readUnderBreakGlass("nurse-07", "client-0007").labelled("minor"))
                        .alerts(RULE)
                        .get(0)
                        .summary())
                .endsWith(", under break-glass.");
    }
}
