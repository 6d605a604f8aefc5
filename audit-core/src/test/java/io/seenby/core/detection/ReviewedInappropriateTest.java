package io.seenby.core.detection;

import static io.seenby.core.detection.ReviewWords.reviewed;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static io.seenby.events.ReviewConclusion.INAPPROPRIATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReviewedInappropriateTest {

    private static final String RULE = ReviewedInappropriate.NAME;

    @Test
    void showsTheAccessorAndNotTheReviewer() {
        Story story = given(readUnderBreakGlass("dr-a", "client-0001").justified())
                .when(reviewed("privacy-02", "dr-a", INAPPROPRIATE, "client-0001"));

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.actor()).contains(actor("dr-a"));
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.evidence()).containsExactly(1L);
        assertThat(alert.summary()).isEqualTo("A review says that an access under break-glass was inappropriate.");
        assertThat(story.findings(RULE)).extracting(Finding::actor).containsExactly(actor("dr-a"));
        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
    }

    @Test
    void anAppropriateAccessIsNone() {
        assertThat(given(reviewed("privacy-02", "dr-a", "client-0001")).found(RULE))
                .isEmpty();
    }

    @Test
    void aLaterReviewDoesNotTakeItBack() {
        Story story = given(readUnderBreakGlass("dr-a", "client-0001"))
                .when(
                        reviewed("privacy-02", "dr-a", INAPPROPRIATE, "client-0001"),
                        reviewed("head-01", "dr-a", "client-0001"));

        assertThat(story.found(RULE)).hasSize(1);
        assertThat(story.alerts(RULE)).hasSize(1);
    }

    @Test
    void aFriendsEarlierReviewDoesNotHideIt() {
        assertThat(given(readUnderBreakGlass("dr-a", "client-0001"), reviewed("dr-b", "dr-a", "client-0001"))
                        .when(reviewed("privacy-02", "dr-a", INAPPROPRIATE, "client-0001"))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void nobodyReviewsThemselvesAndNoProgramReviews() {
        assertThat(given(
                                reviewed("dr-a", "dr-a", INAPPROPRIATE, "client-0001"),
                                reviewed("screening", "dr-a", INAPPROPRIATE, "client-0001")
                                        .by(ActorKind.SERVICE))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void raisesOneAlertADayForAccessorAndClient() {
        Story story = given(
                reviewed("privacy-02", "dr-a", INAPPROPRIATE, "client-0001"),
                reviewed("head-01", "dr-a", INAPPROPRIATE, "client-0001", "client-0002"),
                reviewed("head-01", "dr-a", INAPPROPRIATE, "client-0001").at(MORNING.plus(Duration.ofDays(1))));

        assertThat(story.alerts(RULE)).hasSize(3);
        assertThat(story.findings(RULE)).hasSize(4);
    }
}
