package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.exportedMany;
import static io.seenby.core.detection.HabitWords.times;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import io.seenby.events.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkExportTest {

    private static final String RULE = BulkExport.NAME;

    @Test
    void showsWhatADayComesTo() {
        Story story = given(exportedMany("nurse-07", 60, "client-0001"), exportedMany("nurse-07", 39, "client-0002"))
                .when(printed("nurse-07", "client-0003"), printed("nurse-07", "client-0004"));

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.clients()).containsExactly(client("client-0003"));
        assertThat(alert.summary()).isEqualTo("One actor exported or printed 100 records within one day.");
    }

    @Test
    void anExportIsAtLeastItsClients() {
        assertThat(given(times(50, each -> exportedMany("nurse-07", 1, "client-0001", "client-0002")))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void daysAreNotAddedUp() {
        assertThat(given(
                                exportedMany("nurse-07", 99, "client-0001"),
                                exportedMany("nurse-07", 99, "client-0001").at(MORNING.plus(Duration.ofDays(1))))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void judgesNeitherServicesNorWhatFailed() {
        assertThat(given(
                                exportedMany("backup", 5_000, "client-0001").by(ActorKind.SERVICE),
                                exportedMany("nurse-07", 5_000, "client-0001").ending(Outcome.FAILURE))
                        .alerts(RULE))
                .isEmpty();
    }
}
