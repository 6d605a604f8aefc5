package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.left;
import static io.seenby.core.detection.StandingWords.registered;
import static io.seenby.core.detection.StandingWords.stands;
import static io.seenby.core.detection.StandingWords.teamAssigned;
import static io.seenby.core.detection.StandingWords.tokens;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FamilyOrHouseholdTest {

    private static final String RULE = FamilyOrHousehold.NAME;

    private static final String OPENED = "A record was opened without a known relationship to its client, ";
    private static final String HOUSEHOLD = OPENED + "who is of the actor's own household.";
    private static final String STREET = OPENED + "who has the actor's surname and lives in the same street.";

    private static Happening lives(String actor, Tokens tokens) {
        return stands(actor, Optional.empty(), tokens, List.of());
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(tokens("north", "mill-9", "mill"), tokens("north", "mill-9", "mill"), HOUSEHOLD),
                Arguments.of(tokens("north", "mill-9", "mill"), tokens("south", "mill-9", "mill"), HOUSEHOLD),
                Arguments.of(tokens("", "mill-9", ""), tokens("", "mill-9", ""), HOUSEHOLD),
                Arguments.of(tokens("north", "mill-9", "mill"), tokens("north", "mill-3", "mill"), STREET),
                Arguments.of(tokens("north", "", "mill"), tokens("north", "", "mill"), STREET),
                Arguments.of(tokens("north", "mill-9", "mill"), tokens("north", "hill-1", "hill"), "finding"),
                Arguments.of(tokens("north", "", ""), tokens("north", "", ""), "finding"),
                Arguments.of(tokens("north", "mill-9", "mill"), tokens("south", "mill-3", "mill"), "nothing"),
                Arguments.of(tokens("", "", "mill"), tokens("", "", "mill"), "nothing"),
                Arguments.of(tokens("", "", ""), tokens("", "", ""), "nothing"),
                Arguments.of(tokens("north", "mill-9", "mill"), tokens("", "", ""), "nothing"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void compares(Tokens actor, Tokens theirs, String expected) {
        Story story = given(lives("nurse-07", actor), registered("client-0001", theirs))
                .when(read("nurse-07", "client-0001"));

        List<String> told =
                story.alerts(RULE).stream().map(BreachAlert::summary).toList();
        boolean shown = expected.startsWith(OPENED);
        assertThat(told).isEqualTo(shown ? List.of(expected) : List.of());
        assertThat(story.findings(RULE)).hasSize(expected.equals("nothing") ? 0 : 1);
        assertThat(story.alerts(RULE)).allMatch(alert -> alert.severity() == BreachAlert.Severity.HIGH);
    }

    private static final Tokens SAME = tokens("north", "mill-9", "mill");

    @Test
    void staysSilentWhereTheAccessIsExplained() {
        assertThat(given(
                                lives("nurse-07", SAME),
                                registered("client-0001", SAME),
                                assigned("r-1", "nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void isExplainedByATieThatComesLate() {
        Story story = given(
                        stands("nurse-07", Optional.empty(), SAME, List.of("unit-1")), registered("client-0001", SAME))
                .when(read("nurse-07", "client-0001"))
                .when(teamAssigned("r-1", "unit-1", "client-0001").valid(MORNING));

        assertThat(story.found(RULE)).isEmpty();
        assertThat(story.alerts(RULE))
                .extracting(BreachAlert::status)
                .containsExactly(BreachAlert.Status.OPEN, BreachAlert.Status.EXPLAINED);
    }

    @Test
    void leavesOnesOwnRecordToAnotherRule() {
        assertThat(given(
                                stands("nurse-07", Optional.empty(), SAME, List.of(), "client-0001"),
                                registered("client-0001", SAME))
                        .when(read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void goesByTheLatestTokensStatedAndKeepsThemWhereNoneAre() {
        Story moved = given(lives("nurse-07", SAME), registered("client-0001", SAME))
                .when(registered("client-0001", tokens("", "hill-1", "")), read("nurse-07", "client-0001"));
        Story unsaid = given(lives("nurse-07", SAME), registered("client-0001", SAME))
                .when(known("client-0001", Trait.MINOR), read("nurse-07", "client-0001"));

        assertThat(moved.findings(RULE)).isEmpty();
        assertThat(unsaid.found(RULE)).containsExactly(client("client-0001"));
    }

    @Test
    void aStandingSaysAllOfIt() {
        assertThat(given(lives("nurse-07", SAME), registered("client-0001", SAME))
                        .when(inTeams("nurse-07", "unit-1"), read("nurse-07", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void comparesNobodyWhoIsUnknown() {
        assertThat(given(registered("client-0001", SAME), left("nurse-07"))
                        .when(read("nurse-07", "client-0001"), read("nurse-08", "client-0001"))
                        .findings(RULE))
                .isEmpty();
    }
}
