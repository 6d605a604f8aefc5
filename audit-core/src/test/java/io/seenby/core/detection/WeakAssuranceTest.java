package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.readAt;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.Assurance;
import io.seenby.events.BreachAlert;
import org.junit.jupiter.api.Test;

class WeakAssuranceTest {

    private static final String RULE = WeakAssurance.NAME;

    @Test
    void showsASensitiveRecordOpenedByAPasswordAloneWhateverExplainsIt() {
        Story story = given(assigned("team-1", "nurse-07", "client-0001"))
                .when(readAt(Assurance.AAL1, "nurse-07", "client-0001").labelled("psychotherapy"));

        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE).get(0).severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(story.alerts(RULE).get(0).summary())
                .isEqualTo("A sensitive record was opened from a session of the lowest assurance (aal1).");
    }

    @Test
    void staysSilentOfOrdinaryRecordsOfStrongerSessionsAndWhereNothingIsSaid() {
        assertThat(given(
                                readAt(Assurance.AAL1, "nurse-07", "client-0001"),
                                readAt(Assurance.AAL2, "nurse-07", "client-0001")
                                        .labelled("psychotherapy"),
                                read("nurse-07", "client-0001").labelled("psychotherapy"))
                        .findings(RULE))
                .isEmpty();
    }
}
