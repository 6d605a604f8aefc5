package io.seenby.core.detection;

import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.WorkWords.acknowledged;
import static io.seenby.core.detection.WorkWords.judged;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.BreachAlert;
import io.seenby.events.Trait;
import org.junit.jupiter.api.Test;

class OwnAlertHandledTest {

    private static final String RULE = OwnAlertHandled.NAME;

    /** An alert about nurse-07. */
    private final Story story = Story.given(known("client-0001", Trait.VIP), read("nurse-07", "client-0001"));

    private final AlertId alert =
            new AlertId(story.alerts(VipWithoutRelationship.NAME).get(0).alertId());

    @Test
    void raisesAnAlertForEachActByWhomItIsAbout() {
        story.when(acknowledged("nurse-07", alert), judged("nurse-07", alert, AlertJudgement.APPROPRIATE));

        assertThat(story.alerts(RULE)).hasSize(2).allSatisfy(raised -> {
            assertThat(raised.actor()).contains(actor("nurse-07"));
            assertThat(raised.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        });
    }

    @Test
    void staysSilentAboutTheWorkOfOthers() {
        story.when(acknowledged("officer-01", alert), judged("officer-01", alert, AlertJudgement.VIOLATION));

        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void staysSilentAboutAnAlertThatIsNotThere() {
        story.when(acknowledged("nurse-07", new AlertId("nobodys-alert-________")));

        assertThat(story.alerts(RULE)).isEmpty();
    }
}
