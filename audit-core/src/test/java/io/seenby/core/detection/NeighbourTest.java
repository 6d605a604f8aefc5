package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.registered;
import static io.seenby.core.detection.StandingWords.stands;
import static io.seenby.core.detection.StandingWords.tokens;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeighbourTest {

    private static final String RULE = Neighbour.NAME;

    /** Lives in the street quay. */
    private static Story nurse() {
        return given(stands("nurse-07", Optional.empty(), tokens("north", "quay-1", "quay"), List.of()));
    }

    private static Happening lives(String client, String surname, String household, String street) {
        return registered(client, tokens(surname, household, street));
    }

    @Test
    void findsALookAtSomebodyOfTheSameStreet() {
        Story story =
                nurse().when(lives("client-0001", "south", "quay-2", "quay")).when(read("nurse-07", "client-0001"));

        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE)).as("of its own").isEmpty();
    }

    @Test
    void findsNothingInAnotherStreet() {
        assertThat(nurse().when(lives("client-0001", "south", "hill-2", "hill"))
                        .when(read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void leavesHouseholdAndSurnameToTheirOwnRule() {
        assertThat(nurse().when(lives("client-0001", "south", "quay-1", "quay"))
                        .when(lives("client-0002", "north", "quay-2", "quay"))
                        .when(read("nurse-07", "client-0001", "client-0002"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void findsNothingWhereTheLookHasAReason() {
        assertThat(nurse().when(lives("client-0001", "south", "quay-2", "quay"))
                        .when(assigned("visit-1", "nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }
}
