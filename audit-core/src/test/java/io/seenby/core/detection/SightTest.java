package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.answersTo;
import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.left;
import static io.seenby.core.detection.StandingWords.teamAssigned;
import static io.seenby.core.detection.StandingWords.unwalled;
import static io.seenby.core.detection.StandingWords.walled;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.searched;
import static io.seenby.core.detection.Words.unassigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.explanation.Explanation;
import io.seenby.core.explanation.Explanation.Path;
import io.seenby.events.ActorKind;
import io.seenby.events.RelationshipKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the last access of a story: the table of examples that {@code Explainer} is. */
class SightTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TIED = "explained DIRECT_TIE";
    private static final String BY_TEAM = "explained TEAM_TIE";
    private static final String BY_SUPERVISION = "explained SUPERVISION";
    private static final String WALL = "contradicted WALL";
    private static final String DEPARTED = "contradicted DEPARTURE";
    private static final String NOTHING = "unexplained";

    static Stream<Arguments> stories() {
        return Stream.of(
                story("nothing is known", NOTHING),
                story("a relationship names the actor", TIED + " [0]", assigned("r-1", "dr-a", "c-1")),
                story("it names somebody else", NOTHING, assigned("r-1", "dr-b", "c-1")),
                story("it has ended", NOTHING, assigned("r-1", "dr-a", "c-1"), unassigned("r-1")),
                story("team and tie", BY_TEAM + " [0, 1]", inTeams("dr-a", "ward"), teamAssigned("r-1", "ward", "c-1")),
                story(
                        "the tie came first",
                        BY_TEAM + " [0, 1]",
                        teamAssigned("r-1", "ward", "c-1"),
                        inTeams("dr-a", "ward")),
                story("another team is tied", NOTHING, inTeams("dr-a", "ward"), teamAssigned("r-1", "desk", "c-1")),
                story(
                        "the team is tied no more",
                        NOTHING,
                        inTeams("dr-a", "ward"),
                        teamAssigned("r-1", "ward", "c-1"),
                        unassigned("r-1")),
                story(
                        "the actor is in the team no more",
                        NOTHING,
                        inTeams("dr-a", "ward"),
                        teamAssigned("r-1", "ward", "c-1"),
                        inTeams("dr-a")),
                story(
                        "a colleague of the team is tied, not the team",
                        NOTHING,
                        inTeams("dr-a", "ward"),
                        inTeams("dr-b", "ward"),
                        assigned("r-1", "dr-b", "c-1")),
                story(
                        "somebody who answers to the actor is tied",
                        BY_SUPERVISION + " [0, 1]",
                        answersTo("dr-a", "dr-b"),
                        assigned("r-1", "dr-b", "c-1")),
                story(
                        "by team",
                        BY_SUPERVISION + " [0, 1]",
                        answersTo("dr-a", "dr-b", "ward"),
                        teamAssigned("r-1", "ward", "c-1")),
                story(
                        "two levels down",
                        NOTHING,
                        answersTo("dr-a", "dr-b"),
                        answersTo("dr-b", "dr-c"),
                        assigned("r-1", "dr-c", "c-1")),
                story(
                        "the supervisor is tied, the actor answers",
                        NOTHING,
                        answersTo("dr-b", "dr-a"),
                        assigned("r-1", "dr-b", "c-1")),
                story(
                        "who is tied answers to another now",
                        NOTHING,
                        answersTo("dr-a", "dr-b"),
                        answersTo("dr-c", "dr-b"),
                        assigned("r-1", "dr-b", "c-1")),
                story(
                        "who is tied has left",
                        NOTHING,
                        answersTo("dr-a", "dr-b"),
                        assigned("r-1", "dr-b", "c-1"),
                        left("dr-b")),
                story(
                        "the shortest way counts",
                        TIED + " [2]",
                        inTeams("dr-a", "ward"),
                        teamAssigned("r-1", "ward", "c-1"),
                        assigned("r-2", "dr-a", "c-1")),
                story(
                        "of two the one known first",
                        TIED + " [0]",
                        assigned("r-2", "dr-a", "c-1"),
                        assigned("r-1", "dr-a", "c-1")),
                story(
                        "a wall against a tie",
                        WALL + " [1]",
                        assigned("r-1", "dr-a", "c-1"),
                        walled("w-1", List.of("dr-a"), List.of(), "c-1")),
                story(
                        "a wall against a team",
                        WALL + " [0, 1]",
                        inTeams("dr-a", "ward"),
                        walled("w-1", List.of(), List.of("ward"), "c-1")),
                story("around another client", NOTHING, walled("w-1", List.of("dr-a"), List.of(), "c-2")),
                story("against somebody else", NOTHING, walled("w-1", List.of("dr-b"), List.of("ward"), "c-1")),
                story("lifted", NOTHING, walled("w-1", List.of("dr-a"), List.of(), "c-1"), unwalled("w-1")),
                story(
                        "raised anew against another",
                        NOTHING,
                        walled("w-1", List.of("dr-a"), List.of(), "c-1"),
                        walled("w-1", List.of("dr-b"), List.of(), "c-1")),
                story(
                        "not yet up",
                        NOTHING,
                        walled("w-1", List.of("dr-a"), List.of(), "c-1").valid(MORNING.plus(HOUR.multipliedBy(3)))),
                story("left", DEPARTED + " [1]", assigned("r-1", "dr-a", "c-1"), left("dr-a")),
                story("left, and came back", NOTHING, left("dr-a"), inTeams("dr-a")),
                story(
                        "will leave",
                        TIED + " [0]",
                        assigned("r-1", "dr-a", "c-1"),
                        left("dr-a").at(MORNING.plus(HOUR.multipliedBy(3))).recordedAt(MORNING.plus(HOUR))),
                story(
                        "a wall before a departure",
                        WALL + " [0]",
                        walled("w-1", List.of("dr-a"), List.of(), "c-1"),
                        left("dr-a")));
    }

    private static Arguments story(String what, String verdict, Happening... facts) {
        return Arguments.of(what, verdict, facts);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stories")
    void saysOf(String what, String verdict, Happening[] facts) {
        Story story = given(facts).when(read("dr-a", "c-1").at(MORNING.plus(HOUR.multipliedBy(2))));

        assertThat(said(story, "c-1")).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stories")
    void findsOnlyWhatIsUnexplained(String what, String verdict, Happening[] facts) {
        Story story = given(facts).when(read("dr-a", "c-1").at(MORNING.plus(HOUR.multipliedBy(2))));

        boolean found = !story.found(NoRelationship.NAME).isEmpty();
        assertThat(found && verdict.startsWith("explained")).isFalse();
        assertThat(found || !verdict.equals(NOTHING)).isTrue();
    }

    @Test
    void saysItOfEachClient() {
        Story story = given(assigned("r-1", "dr-a", "c-1")).when(read("dr-a", "c-1", "c-2"));

        assertThat(said(story, "c-1")).isEqualTo(TIED + " [0]");
        assertThat(said(story, "c-2")).isEqualTo(NOTHING);
    }

    @Test
    void saysWhatKindOfTieItIs() {
        Explanation.Explained explained = (Explanation.Explained)
                rows(given(assigned("r-1", "dr-a", "c-1")).when(read("dr-a", "c-1")), "c-1");

        assertThat(explained.path()).isEqualTo(Path.DIRECT_TIE);
        assertThat(explained.tie()).isEqualTo(RelationshipKind.CARE_TEAM);
        assertThat(explained.relationship()).isEqualTo(Words.relationship("r-1"));
    }

    @Test
    void saysNothingOfServicesAndSearches() {
        assertThat(given(read("indexer", "c-1").by(ActorKind.SERVICE), searched("dr-a", "c-1"))
                        .store()
                        .explanations)
                .isEmpty();
    }

    @Test
    void whatBecomesKnownLaterChangesNoVerdict() {
        Story story = given(read("dr-a", "c-1"))
                .when(
                        assigned("r-1", "dr-a", "c-1").valid(MORNING.minus(HOUR)),
                        left("dr-a").at(MORNING.minus(HOUR)));

        assertThat(said(story, "c-1")).isEqualTo(NOTHING);
    }

    private static String said(Story story, String client) {
        return switch (rows(story, client)) {
            case Explanation.Explained told -> "explained " + told.path() + " " + told.evidence();
            case Explanation.Contradicted told -> "contradicted " + told.against() + " " + told.evidence();
            case Explanation.Unexplained none -> NOTHING;
        };
    }

    private static Explanation rows(Story story, String client) {
        return story.store().explanations.values().stream()
                .filter(row -> row.look().client().equals(client(client)))
                .findFirst()
                .orElseThrow()
                .explanation();
    }
}
