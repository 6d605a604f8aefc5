package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.clients;
import static io.seenby.core.detection.HabitWords.searchedFor;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.BreachAlert;
import io.seenby.events.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchExposureTest {

    private static final String RULE = SearchExposure.NAME;

    private static Happening listed(int from, int many) {
        return searchedFor("clerk-03", List.of("street"), clients(from, many));
    }

    @Test
    void findsEachClientOfAListThatNothingExplains() {
        Story story = given(listed(1, 5));

        assertThat(story.found(RULE)).hasSize(5).contains(client("client-0005"));
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void oneClientOfOnesOwnExplainsTheList() {
        assertThat(given(assigned("team-1", "clerk-03", "client-0003"))
                        .when(listed(1, 9))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void showsWhenADayHasListedTwentyClients() {
        Story story = given(listed(1, 10), listed(6, 10), listed(11, 9));
        assertThat(story.alerts(RULE)).isEmpty();

        BreachAlert alert =
                story.when(listed(16, 5), listed(31, 9)).alerts(RULE).get(0);

        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.clients()).hasSize(5);
        assertThat(alert.summary())
                .isEqualTo(
                        "Searches listed 20 clients within one day to one actor without a known relationship to any of"
                                + " a list.");
    }

    @Test
    void asksAboutNeitherShortListsNorConflictsNorServices() {
        assertThat(given(
                                listed(1, 4),
                                listed(1, 30).because(Purpose.CONFLICT_CHECK),
                                listed(1, 30).by(ActorKind.SERVICE))
                        .findings(RULE))
                .isEmpty();
    }
}
