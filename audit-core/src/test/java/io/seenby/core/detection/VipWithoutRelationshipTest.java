package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Trait;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VipWithoutRelationshipTest {

    private static final String RULE = VipWithoutRelationship.NAME;

    private static Happening vip() {
        return known("client-0077", Trait.VIP).at(MORNING.minus(Duration.ofDays(100)));
    }

    @Test
    void raisesACriticalAlertAtTheFirstLook() {
        BreachAlert alert =
                given(vip()).when(read("nurse-07", "client-0077")).alerts(RULE).get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.CRITICAL);
        assertThat(alert.clients()).containsExactly(client("client-0077"));
        assertThat(alert.actor()).contains(actor("nurse-07"));
        assertThat(alert.evidence()).containsExactly(1L);
        assertThat(alert.summary())
                .isEqualTo("A record of a VIP client was opened without a known relationship to that client.");
    }

    @Test
    void staysSilentWhereTheActorIsAssigned() {
        assertThat(given(vip(), assigned("team-1", "nurse-07", "client-0077"))
                        .when(read("nurse-07", "client-0077"))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void staysSilentAboutAnyoneElse() {
        assertThat(given(known("client-0001", Trait.MINOR, Trait.EMPLOYEE))
                        .when(read("nurse-07", "client-0001"), read("nurse-07", "client-0002"))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void goesByTheTraitsInForceWhenItHappened() {
        Story story = given(vip(), known("client-0077").at(MORNING))
                .when(
                        read("nurse-07", "client-0077").at(MORNING),
                        read("nurse-08", "client-0077").at(MORNING.minusSeconds(1)));

        assertThat(story.alerts(RULE)).extracting(BreachAlert::actor).hasSize(1);
        assertThat(story.alerts(RULE).get(0).actor()).contains(actor("nurse-08"));
    }

    @Test
    void takesTheTraitsKnownLaterOfTwoFromTheSameMoment() {
        assertThat(given(
                                known("client-0077").at(MORNING),
                                known("client-0077", Trait.VIP).at(MORNING))
                        .when(read("nurse-07", "client-0077"))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void doesNotReachBackWhenTheTraitBecomesKnownLater() {
        assertThat(given(read("nurse-07", "client-0077")).when(vip()).alerts(RULE))
                .isEmpty();
    }

    @Test
    void raisesOneAlertADayForActorAndClientAndShowsEachLookByIt() {
        Story story = given(vip(), known("client-0078", Trait.VIP))
                .when(
                        read("nurse-07", "client-0077"),
                        read("nurse-07", "client-0077"),
                        read("nurse-08", "client-0077"),
                        read("nurse-07", "client-0078"));

        assertThat(story.alerts(RULE)).hasSize(3).allMatch(alert -> alert.revision() == 1);
        assertThat(story.findings(RULE)).hasSize(4);
        assertThat(story.findings(RULE).get(1).alertId())
                .isEqualTo(story.findings(RULE).get(0).alertId());
    }

    @Test
    void raisesAnotherAlertTheNextDay() {
        Instant nextDay = MORNING.plus(Duration.ofDays(1));
        assertThat(given(vip())
                        .when(
                                read("nurse-07", "client-0077"),
                                read("nurse-07", "client-0077").at(nextDay))
                        .alerts(RULE))
                .extracting(BreachAlert::alertId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void warnsOfAnEntryReportedTooLateToo() {
        assertThat(given(vip())
                        .when(read("nurse-07", "client-0077")
                                .at(MORNING.minus(Duration.ofDays(60)))
                                .recordedAt(MORNING))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void isNotExplainedByBreakGlassAndSaysSo() {
        assertThat(given(vip())
                        .when(readUnderBreakGlass("nurse-07", "client-0077"))
                        .alerts(RULE)
                        .get(0)
                        .summary())
                .endsWith(", under break-glass.");
    }

    @Test
    void givesEachAlertOfAnEntryItsPlaceInTheSequence() {
        Story story = given(vip(), known("client-0078", Trait.VIP))
                .when(exported("nurse-07", "client-0001", "client-0077", "client-0078"));

        assertThat(story.store().journal)
                .extracting(revision -> revision.alert().ordinal())
                .containsExactly(1L, 2L, 3L);
        assertThat(story.store().journal)
                .extracting(revision -> revision.alert().rule())
                .containsExactly(NoRelationship.NAME, RULE, RULE);
    }
}
