package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.searchedFor;
import static io.seenby.core.detection.HabitWords.times;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameProbingTest {

    private static final String RULE = NameProbing.NAME;

    private static Happening[] names(int many) {
        return times(many, name -> searchedFor("clerk-03", List.of("name-" + name), "client-000" + name));
    }

    @Test
    void showsManyNamesOfWhomNobodyIsOpened() {
        Story story = given(names(9));
        assertThat(story.alerts(RULE)).isEmpty();

        BreachAlert alert = story.when(searchedFor("clerk-03", List.of("name-x")))
                .alerts(RULE)
                .get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.clients()).isEmpty();
        assertThat(alert.summary())
                .isEqualTo("One actor made 10 different searches within one day and opened nothing they listed.");
    }

    @Test
    void whatIsOpenedAfterwardsWasSearchedForAReason() {
        assertThat(given(names(9))
                        .when(read("clerk-03", "client-0004"), searchedFor("clerk-03", List.of("name-x")))
                        .alerts(RULE))
                .isEmpty();
        assertThat(given(names(9))
                        .when(read("clerk-03", "client-0099"), searchedFor("clerk-03", List.of("name-x")))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void showsOneNameOverAndOver() {
        Story story = given(times(4, first -> searchedFor("clerk-03", List.of("smith", "first-" + first))))
                .when(searchedFor("clerk-03", List.of("smith")));

        assertThat(story.alerts(RULE).get(0).summary())
                .isEqualTo("One actor searched 5 times within one day for the same name and opened nothing it listed.");
    }

    @Test
    void theSameSearchAgainIsNotAnotherName() {
        assertThat(given(times(4, each -> searchedFor("clerk-03", List.of("smith", "ann"))))
                        .when(times(4, each -> searchedFor("clerk-03", List.of("miller", "ann-" + each % 2))))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void whoChecksForConflictsSearchesAllNames() {
        assertThat(given(times(
                                30,
                                name -> searchedFor("clerk-03", List.of("name-" + name))
                                        .because(Purpose.CONFLICT_CHECK)))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void aSearchWithoutATermIsNone() {
        assertThat(given(times(30, each -> searchedFor("clerk-03", List.of()))).alerts(RULE))
                .isEmpty();
    }
}
