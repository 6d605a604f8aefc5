package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.answersTo;
import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.teamAssigned;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Teams and supervision explain late as relationships do, see {@code LateExplanationTest}. */
class LateStandingTest {

    private static final String RULE = NoRelationship.NAME;
    private static final Duration LIMIT = Duration.ofDays(30);
    private static final Instant EVENING = MORNING.plus(Duration.ofHours(10));

    @Test
    void closesWhatATeamTieExplains() {
        Finding finding = given(inTeams("nurse-07", "unit-1"), read("nurse-07", "client-0001"))
                .when(teamAssigned("team-1", "unit-1", "client-0001").valid(MORNING))
                .findings(RULE)
                .get(0);

        assertThat(finding.explanation()).contains(Explained.by(relationship("team-1"), 2));
    }

    @Test
    void closesWhatAStandingExplainsThatPutsTheActorIntoATeam() {
        Finding finding = given(teamAssigned("team-1", "unit-1", "client-0001"), read("nurse-07", "client-0001"))
                .when(inTeams("nurse-07", "unit-1").at(MORNING).recordedAt(EVENING))
                .findings(RULE)
                .get(0);

        assertThat(finding.explanation()).contains(Explained.by(relationship("team-1"), 2));
    }

    @Test
    void closesWhatSupervisionExplains() {
        Story standing = given(assigned("team-1", "nurse-07", "client-0001"), read("head-01", "client-0001"))
                .when(answersTo("head-01", "nurse-07").at(MORNING).recordedAt(EVENING));
        Story tie = given(answersTo("head-01", "nurse-07"), read("head-01", "client-0001"))
                .when(assigned("team-1", "nurse-07", "client-0001")
                        .valid(MORNING)
                        .at(EVENING));

        assertThat(standing.found(RULE)).isEmpty();
        assertThat(tie.found(RULE)).isEmpty();
    }

    @Test
    void aStandingFromALaterMomentExplainsNothingBefore() {
        assertThat(given(teamAssigned("team-1", "unit-1", "client-0001"), read("nurse-07", "client-0001"))
                        .when(inTeams("nurse-07", "unit-1"))
                        .found(RULE))
                .hasSize(1);
    }

    @Test
    void aStandingReachesBackThirtyDaysAndNoFurther() {
        Happening put = inTeams("nurse-07", "unit-1").at(MORNING.minusSeconds(1));
        Story story = given(teamAssigned("team-1", "unit-1", "client-0001").valid(MORNING.minusSeconds(9)))
                .when(read("nurse-07", "client-0001").at(MORNING))
                .when(put.recordedAt(MORNING.plus(LIMIT).plusNanos(1_000)));

        assertThat(story.found(RULE)).hasSize(1);
    }
}
