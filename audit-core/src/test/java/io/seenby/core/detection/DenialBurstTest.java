package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.refused;
import static io.seenby.core.detection.HabitWords.times;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import io.seenby.events.Outcome;
import org.junit.jupiter.api.Test;

class DenialBurstTest {

    private static final String RULE = DenialBurst.NAME;

    @Test
    void showsTheTenthRefusalOfADayThoughItNamesNobody() {
        Story story = given(times(9, each -> refused("nurse-07")));
        assertThat(story.alerts(RULE)).isEmpty();

        BreachAlert alert = story.when(refused("nurse-07"), refused("nurse-07"))
                .alerts(RULE)
                .get(0);

        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.clients()).isEmpty();
        assertThat(alert.evidence()).containsExactly(9L);
        assertThat(alert.summary()).isEqualTo("One actor was refused 10 times within one day.");
    }

    @Test
    void findsTheClientOfTheAttemptThatMadeItTooMany() {
        assertThat(given(times(10, each -> refused("nurse-07", "client-000" + each)))
                        .found(RULE))
                .containsExactly(client("client-0009"));
    }

    @Test
    void anAttemptThatASystemDeniedIsOneThatFailed() {
        assertThat(given(times(10, each -> refused("nurse-07").ending(Outcome.FAILURE)))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void countsEachActorAndNeitherServicesNorLooks() {
        assertThat(given(times(9, each -> refused("nurse-07")))
                        .when(refused("nurse-08"), read("nurse-07", "client-0001"))
                        .when(times(20, each -> refused("indexer").by(ActorKind.SERVICE)))
                        .alerts(RULE))
                .isEmpty();
    }
}
