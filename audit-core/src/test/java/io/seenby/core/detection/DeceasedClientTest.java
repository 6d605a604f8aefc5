package io.seenby.core.detection;

import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.Trait;
import org.junit.jupiter.api.Test;

class DeceasedClientTest {

    private static final String RULE = DeceasedClient.NAME;

    @Test
    void findsALookAtSomebodyWhoHasDied() {
        Story story = given(known("client-0001", Trait.DECEASED)).when(read("nurse-07", "client-0001", "client-0002"));

        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE)).as("of its own").isEmpty();
    }

    @Test
    void findsNothingWhereTheLookHasAReason() {
        assertThat(given(known("client-0001", Trait.DECEASED), assigned("visit-1", "nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void takesBackADeathThatWasStatedByMistake() {
        assertThat(given(known("client-0001", Trait.DECEASED), known("client-0001"))
                        .when(read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void isExplainedByAReasonThatIsToldLate() {
        Story story = given(known("client-0001", Trait.DECEASED))
                .when(read("nurse-07", "client-0001"))
                .when(assigned("visit-1", "nurse-07", "client-0001").valid(Story.MORNING));

        assertThat(story.findings(RULE)).hasSize(1);
        assertThat(story.found(RULE)).as("still open").isEmpty();
    }
}
