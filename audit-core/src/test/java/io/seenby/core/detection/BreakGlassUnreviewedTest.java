package io.seenby.core.detection;

import static io.seenby.core.detection.ReviewWords.reviewed;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static io.seenby.core.detection.Words.timePassed;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Status;
import io.seenby.events.ReviewConclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakGlassUnreviewedTest {

    private static final String RULE = BreakGlassUnreviewed.NAME;

    private static Instant after(String time) {
        return MORNING.plus(Duration.parse("PT" + time));
    }

    private static Happening broken(String... clients) {
        return readUnderBreakGlass("dr-a", clients).justified().at(MORNING);
    }

    private static Happening review() {
        return reviewed("privacy-02", "dr-a", "client-0001");
    }

    private static List<Status> statuses(Story story) {
        return story.alerts(RULE).stream().map(BreachAlert::status).toList();
    }

    @ParameterizedTest
    @CsvSource({"71H, 0", "72H, 0", "72H0.001S, 1", "200H, 1"})
    void speaksWhenTheTimeForTheReviewIsOver(String when, int alerts) {
        Story story = given(broken("client-0001")).when(timePassed().at(after(when)));

        assertThat(statuses(story)).hasSize(alerts);
        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
    }

    @Test
    void saysWhoSawWhomAndWhen() {
        BreachAlert alert = given(broken("client-0001"))
                .when(timePassed().at(after("80H")))
                .alerts(RULE)
                .get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.actor()).contains(actor("dr-a"));
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.occurredAt()).isEqualTo(MORNING);
        assertThat(alert.raisedAt()).isEqualTo(after("80H"));
        assertThat(alert.evidence()).containsExactly(0L);
        assertThat(alert.summary())
                .isEqualTo("A record was opened under break-glass, and nobody has reviewed it within 72 hours.");
    }

    @Test
    void aRelationshipIsNoReview() {
        Story story = given(assigned("team-1", "dr-a", "client-0001"), broken("client-0001"))
                .when(timePassed().at(after("80H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"APPROPRIATE", "INAPPROPRIATE"})
    void aReviewInTimeAnswersItWhateverItConcludes(ReviewConclusion conclusion) {
        Story story = given(broken("client-0001"))
                .when(
                        reviewed("privacy-02", "dr-a", conclusion, "client-0001")
                                .at(after("72H")),
                        timePassed().at(after("80H")));

        assertThat(statuses(story)).isEmpty();
        assertThat(story.findings(RULE).get(0).explanation()).contains(Explained.byReview(1));
        assertThat(story.findings(RULE).get(0).due()).isEmpty();
    }

    @Test
    void aLateReviewTakesTheAlertBack() {
        Story story = given(broken("client-0001")).when(timePassed().at(after("80H")), review().at(after("90H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED);
        assertThat(story.alerts(RULE).get(1).evidence()).containsExactly(0L, 2L);
        assertThat(story.found(RULE)).isEmpty();
    }

    @Test
    void aReviewThatComesTooLateItselfShowsThatItWas() {
        assertThat(statuses(given(broken("client-0001")).when(review().at(after("90H")))))
                .containsExactly(Status.OPEN, Status.EXPLAINED);
    }

    @Test
    void nobodyReviewsThemselvesAndNoProgramReviews() {
        Story story = given(broken("client-0001"))
                .when(
                        reviewed("dr-a", "dr-a", "client-0001"),
                        reviewed("screening", "dr-a", "client-0001").by(ActorKind.SERVICE),
                        timePassed().at(after("80H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
    }

    @Test
    void aReviewOfSomebodyElseOrSomethingElseAnswersNothing() {
        Story story = given(broken("client-0001"))
                .when(
                        reviewed("privacy-02", "dr-b", "client-0001"),
                        reviewed("privacy-02", "dr-a", "client-0002"),
                        timePassed().at(after("80H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, true", "-60, 0, false", "1, 60, false", "-60, 1, true"})
    void thePeriodHoldsItsFirstMomentAndNotItsLast(long from, long until, boolean covered) {
        Story story = given(broken("client-0001"))
                .when(reviewed(
                        "privacy-02",
                        "dr-a",
                        MORNING.plusSeconds(from),
                        MORNING.plusSeconds(until),
                        ReviewConclusion.APPROPRIATE,
                        "client-0001"));

        assertThat(story.found(RULE).isEmpty()).isEqualTo(covered);
    }

    @Test
    void whatBecomesKnownAfterTheReviewWasNotReviewed() {
        Story story = given(broken("client-0001"))
                .when(
                        review(),
                        broken("client-0001").recordedAt(after("1H")),
                        timePassed().at(after("80H")));

        assertThat(story.findings(RULE)).extracting(Finding::open).containsExactly(false, true);
        assertThat(statuses(story)).containsExactly(Status.OPEN);
    }

    @Test
    void oneAlertShowsADayOfActorAndClient() {
        Story story = given(
                        broken("client-0001", "client-0002"),
                        broken("client-0001").at(after("1H")))
                .when(timePassed().at(after("72H30M")), timePassed().at(after("80H")));

        assertThat(story.alerts(RULE)).hasSize(2);
        assertThat(story.findings(RULE)).allMatch(finding -> finding.alertId().isPresent());
        assertThat(story.findings(RULE)).allMatch(finding -> finding.due().isEmpty());
    }

    @Test
    void oneAlertShowsThemAlsoWhenTheyAreOverdueAtOnce() {
        Story story = given(broken("client-0001"), broken("client-0001").at(after("1H")))
                .when(timePassed().at(after("80H")));

        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(story.findings(RULE))
                .extracting(Finding::alertId)
                .containsOnly(story.findings(RULE).get(0).alertId());
    }

    @Test
    void theDaysAlertOpensAgainForWhatIsOverdueLater() {
        Story story = given(broken("client-0001"), broken("client-0001").at(after("6H")))
                .when(
                        timePassed().at(after("73H")),
                        reviewed(
                                        "privacy-02",
                                        "dr-a",
                                        MORNING,
                                        after("1H"),
                                        ReviewConclusion.APPROPRIATE,
                                        "client-0001")
                                .at(after("74H")),
                        timePassed().at(after("79H")));

        assertThat(statuses(story)).containsExactly(Status.OPEN, Status.EXPLAINED, Status.OPEN);
        assertThat(story.alerts(RULE))
                .extracting(BreachAlert::alertId)
                .containsOnly(story.alerts(RULE).get(0).alertId());
    }
}
