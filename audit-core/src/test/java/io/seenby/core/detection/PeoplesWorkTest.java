package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.unassigned;
import static io.seenby.core.detection.WorkWords.acknowledged;
import static io.seenby.core.detection.WorkWords.given;
import static io.seenby.core.detection.WorkWords.judged;
import static io.seenby.core.detection.WorkWords.suppressed;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.work.AlertWork;
import io.seenby.core.work.Done;
import io.seenby.events.ActorKind;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.BreachAlert;
import io.seenby.events.Trait;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeoplesWorkTest {

    /** Entry 1 raises the alert. */
    private final Story story = Story.given(known("client-0001", Trait.VIP), read("nurse-07", "client-0001"));

    private final AlertId alert =
            new AlertId(story.alerts(VipWithoutRelationship.NAME).get(0).alertId());

    private AlertWork work() {
        return story.store().works.get(new AlertWork.Key(alert));
    }

    /** Of the entry at this index: two stand before it, and a minute passes from each to the next. */
    private static Done done(String by, long index) {
        return new Done(actor(by), MORNING.plus(Duration.ofMinutes(index)), index);
    }

    @Test
    void showsWhoDidWhatAndWhen() {
        story.when(
                acknowledged("officer-01", alert),
                given("officer-01", alert, "officer-02"),
                judged("officer-02", alert, AlertJudgement.VIOLATION));

        assertThat(work())
                .isEqualTo(new AlertWork(
                        alert,
                        Optional.of(done("officer-01", 2)),
                        Optional.of(new AlertWork.Assignment(actor("officer-02"), done("officer-01", 3))),
                        Optional.empty(),
                        Optional.of(new AlertWork.Judgement(AlertJudgement.VIOLATION, 1, done("officer-02", 4)))));
    }

    @Test
    void isSeenOnceAndAssignedAndJudgedAgain() {
        story.when(
                acknowledged("officer-01", alert),
                acknowledged("officer-02", alert),
                given("officer-01", alert, "officer-01"),
                given("officer-01", alert, "officer-03"),
                judged("officer-03", alert, AlertJudgement.VIOLATION),
                judged("officer-02", alert, AlertJudgement.POLICY_GAP));

        assertThat(work().acknowledged()).contains(done("officer-01", 2));
        assertThat(work().assigned()).contains(new AlertWork.Assignment(actor("officer-03"), done("officer-01", 5)));
        assertThat(work().judged())
                .contains(new AlertWork.Judgement(AlertJudgement.POLICY_GAP, 1, done("officer-02", 7)));
    }

    @Test
    void aSuppressionEndsWhenSomebodyTakesTheAlertUp() {
        var until = MORNING.plus(Duration.ofDays(7));
        story.when(suppressed("officer-01", alert, until));
        assertThat(work().suppressed()).contains(new AlertWork.Suppression(until, done("officer-01", 2)));
        story.when(judged("officer-01", alert, AlertJudgement.APPROPRIATE));
        assertThat(work().suppressed()).isPresent();

        story.when(acknowledged("officer-02", alert));
        assertThat(work().suppressed()).isEmpty();

        story.when(suppressed("officer-01", alert, until), given("officer-01", alert, "officer-02"));
        assertThat(work().suppressed()).isEmpty();
    }

    @Test
    void aJudgementIsOfTheRevisionThatWasTheLatest() {
        story.when(
                assigned("team-1", "nurse-07", "client-0001").valid(MORNING),
                judged("officer-01", alert, AlertJudgement.APPROPRIATE),
                unassigned("team-1"),
                read("nurse-07", "client-0001"));

        assertThat(story.alerts(VipWithoutRelationship.NAME)).hasSize(3);
        assertThat(work().judged().orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void workOnAnAlertThatIsNotThereChangesNothing() {
        AlertId nobodys = new AlertId("nobodys-alert-________");

        story.when(judged("officer-01", nobodys, AlertJudgement.VIOLATION), acknowledged("officer-01", nobodys));

        assertThat(story.store().works).isEmpty();
        assertThat(story.store().journal).hasSize(1);
    }

    @Test
    void whatAProgramDoesChangesNothing() {
        story.when(judged("screening", alert, AlertJudgement.APPROPRIATE).by(ActorKind.SERVICE));

        assertThat(story.store().works).isEmpty();
    }

    @Test
    void workOnAnAlertAboutOneselfCountsForNothingAndIsAnAlert() {
        story.when(
                judged("nurse-07", alert, AlertJudgement.APPROPRIATE),
                suppressed("nurse-07", alert, MORNING.plus(Duration.ofDays(7))));

        assertThat(story.store().works).isEmpty();
        assertThat(story.alerts(OwnAlertHandled.NAME)).hasSize(2).first().satisfies(raised -> {
            assertThat(raised.actor()).contains(actor("nurse-07"));
            assertThat(raised.severity()).isEqualTo(BreachAlert.Severity.HIGH);
            assertThat(raised.evidence()).containsExactly(2L);
            assertThat(raised.summary()).isEqualTo("Somebody worked on an alert about themselves.");
        });
    }

    @Test
    void nobodyIsGivenAnAlertAboutThemselves() {
        story.when(given("officer-01", alert, "nurse-07"));

        assertThat(story.store().works).isEmpty();
        assertThat(story.alerts(OwnAlertHandled.NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyJudgementIsKeptAsItIs(AlertJudgement judgement) {
        story.when(judged("officer-01", alert, judgement));

        assertThat(work().judged().orElseThrow().judgement()).isEqualTo(judgement);
    }
}
