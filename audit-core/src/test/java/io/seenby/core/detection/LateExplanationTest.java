package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.disclosed;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.permitted;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.relationship;
import static io.seenby.core.detection.Words.unassigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Status;
import io.seenby.events.Trait;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LateExplanationTest {

    private static final String RULE = NoRelationship.NAME;
    private static final String VIP = VipWithoutRelationship.NAME;
    private static final Instant EVENING = MORNING.plus(Duration.ofHours(10));
    private static final Duration LIMIT = Duration.ofDays(30);

    private static Happening assignedLate(String actor, String... clients) {
        return assigned("team-1", actor, clients).valid(MORNING).at(EVENING);
    }

    @Test
    void closesAFindingAndKeepsBothMoments() {
        Finding finding = given(read("nurse-07", "client-0001"))
                .when(assignedLate("nurse-07", "client-0001"))
                .findings(RULE)
                .get(0);

        assertThat(finding.open()).isFalse();
        assertThat(finding.explanation()).contains(Explained.by(relationship("team-1"), 1));
        assertThat(finding.index()).isZero();
    }

    @Test
    void leavesWhatHappenedBeforeTheRelationshipBegan() {
        assertThat(given(read("nurse-07", "client-0001"))
                        .when(assigned("team-1", "nurse-07", "client-0001").valid(MORNING.plusSeconds(1)))
                        .found(RULE))
                .hasSize(1);
    }

    @Test
    void leavesOtherActorsAndOtherClients() {
        assertThat(given(read("nurse-07", "client-0002"), read("nurse-08", "client-0001"))
                        .when(assignedLate("nurse-07", "client-0001"))
                        .found(RULE))
                .hasSize(2);
    }

    @Test
    void reachesBackThirtyDaysAndNoFurther() {
        Story justInTime = given(read("nurse-07", "client-0001"))
                .when(assigned("team-1", "nurse-07", "client-0001")
                        .valid(MORNING)
                        .recordedAt(MORNING.plus(LIMIT)));
        Story tooLate = given(read("nurse-07", "client-0001"))
                .when(assigned("team-1", "nurse-07", "client-0001")
                        .valid(MORNING)
                        .recordedAt(MORNING.plus(LIMIT).plusNanos(1_000)));

        assertThat(justInTime.found(RULE)).isEmpty();
        assertThat(tooLate.found(RULE)).hasSize(1);
    }

    @Test
    void keepsTheFirstExplanation() {
        Finding finding = given(read("nurse-07", "client-0001"))
                .when(assignedLate("nurse-07", "client-0001"))
                .when(assigned("team-2", "nurse-07", "client-0001")
                        .valid(MORNING)
                        .at(EVENING))
                .findings(RULE)
                .get(0);

        assertThat(finding.explanation()).contains(Explained.by(relationship("team-1"), 1));
    }

    @Test
    void takesTheClientOutOfTheDaysCount() {
        assertThat(given(read("nurse-07", "client-0001"), read("nurse-07", "client-0002"))
                        .when(assignedLate("nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0003").at(EVENING))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void leavesTheClientInTheCountWhileAnotherAccessToThemIsUnexplained() {
        Story story = given(
                        read("nurse-07", "client-0001").at(MORNING.minusSeconds(1)),
                        read("nurse-07", "client-0001").at(MORNING),
                        read("nurse-07", "client-0002"))
                .when(assignedLate("nurse-07", "client-0001"))
                .when(read("nurse-07", "client-0003").at(EVENING));

        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(story.alerts(RULE).get(0).evidence()).containsExactly(0L, 2L, 4L);
    }

    @Test
    void explainsTheDaysAlertWhenItsLastFindingIsExplained() {
        Story story = given(exported("nurse-07", "client-0001", "client-0002", "client-0003"))
                .when(read("nurse-07", "client-0004"))
                .when(assignedLate("nurse-07", "client-0001", "client-0002", "client-0003"));
        assertThat(story.alerts(RULE)).extracting(BreachAlert::status).containsExactly(Status.OPEN, Status.OPEN);

        story.when(assigned("team-2", "nurse-07", "client-0004").valid(MORNING).at(EVENING));

        BreachAlert explained = story.alerts(RULE).get(2);
        assertThat(explained.alertId()).isEqualTo(story.alerts(RULE).get(0).alertId());
        assertThat(explained.revision()).isEqualTo(3);
        assertThat(explained.status()).isEqualTo(Status.EXPLAINED);
        assertThat(explained.evidence()).containsExactly(0L, 1L, 3L);
        assertThat(explained.raisedAt()).isEqualTo(EVENING);
        assertThat(explained.occurredAt()).isEqualTo(MORNING);
    }

    @Test
    void explainsAnAlertOfADayThatIsOver() {
        Story story = given(exported("nurse-07", "client-0001", "client-0002", "client-0003"))
                .when(assigned("team-1", "nurse-07", "client-0001", "client-0002", "client-0003")
                        .valid(MORNING)
                        .recordedAt(MORNING.plus(Duration.ofDays(3))));

        assertThat(story.alerts(RULE)).extracting(BreachAlert::status).containsExactly(Status.OPEN, Status.EXPLAINED);
    }

    @Test
    void countsAnewOnceTheDaysAlertIsExplainedAndOpensItAgain() {
        Story story = given(exported("nurse-07", "client-0001", "client-0002", "client-0003"))
                .when(assignedLate("nurse-07", "client-0001", "client-0002", "client-0003"))
                .when(exported("nurse-07", "client-0004", "client-0005").at(EVENING));
        assertThat(story.alerts(RULE)).hasSize(2);

        story.when(read("nurse-07", "client-0006").at(EVENING));

        assertThat(story.alerts(RULE))
                .extracting(BreachAlert::revision, BreachAlert::status, BreachAlert::ordinal)
                .containsExactly(tuple(1, Status.OPEN, 1L), tuple(2, Status.EXPLAINED, 2L), tuple(3, Status.OPEN, 3L));
        assertThat(story.alerts(RULE)).extracting(BreachAlert::alertId).containsOnly(alertId(story, RULE));
        assertThat(story.alerts(RULE).get(2).evidence()).containsExactly(2L, 3L);
    }

    @Test
    void explainsAVipAlertAndOpensItAgainAtTheNextUnexplainedLook() {
        Story story = given(known("client-0077", Trait.VIP), read("nurse-07", "client-0077"))
                .when(assigned("team-1", "nurse-07", "client-0077")
                        .valid(MORNING, EVENING)
                        .at(EVENING))
                .when(read("nurse-07", "client-0077").at(EVENING));

        assertThat(story.alerts(VIP))
                .extracting(BreachAlert::revision, BreachAlert::status, BreachAlert::severity)
                .containsExactly(
                        tuple(1, Status.OPEN, BreachAlert.Severity.CRITICAL),
                        tuple(2, Status.EXPLAINED, BreachAlert.Severity.CRITICAL),
                        tuple(3, Status.OPEN, BreachAlert.Severity.CRITICAL));
        assertThat(story.alerts(VIP)).extracting(BreachAlert::alertId).containsOnly(alertId(story, VIP));
    }

    @Test
    void leavesAVipAlertOpenWhileOneOfItsLooksIsUnexplained() {
        Story story = given(known("client-0077", Trait.VIP).at(MORNING.minusSeconds(9)))
                .when(
                        read("nurse-07", "client-0077").at(MORNING.minusSeconds(1)),
                        read("nurse-07", "client-0077").at(MORNING))
                .when(assignedLate("nurse-07", "client-0077"));

        assertThat(story.alerts(VIP)).hasSize(1);
        assertThat(story.found(VIP)).containsExactly(client("client-0077"));
    }

    @Test
    void doesNotExplainADisclosure() {
        Story story = given(disclosed("insurer-1", "client-0001"))
                .when(assigned("team-1", "clerk-02", "client-0001").valid(MORNING))
                .when(permitted("consent-1", "client-0001").valid(MORNING));

        assertThat(story.found(DisclosureWithoutBasis.NAME)).hasSize(1);
        assertThat(story.alerts(DisclosureWithoutBasis.NAME)).hasSize(1);
    }

    @Test
    void explainsNothingByARelationshipThatHadEndedAlready() {
        assertThat(given(
                                assigned("team-1", "nurse-07", "client-0001").at(MORNING.minusSeconds(60)),
                                unassigned("team-1").at(MORNING.minusSeconds(30)))
                        .when(read("nurse-07", "client-0001").at(MORNING))
                        .when(assigned("team-1", "nurse-07", "client-0001")
                                .valid(MORNING.minusSeconds(60))
                                .at(EVENING))
                        .found(RULE))
                .hasSize(1);
    }

    private static String alertId(Story story, String rule) {
        return story.alerts(rule).get(0).alertId();
    }
}
