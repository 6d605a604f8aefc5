package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.printed;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.searched;
import static io.seenby.core.detection.Words.unassigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorKind;
import io.seenby.events.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoRelationshipTest {

    private static final String RULE = NoRelationship.NAME;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void findsNothingWhereTheActorIsAssigned() {
        assertThat(given(assigned("team-1", "nurse-07", "client-0012"))
                        .when(read("nurse-07", "client-0012"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void findsAStranger() {
        Story story = given(assigned("team-1", "nurse-07", "client-0012")).when(read("stranger-1", "client-0012"));

        assertThat(story.found(RULE)).containsExactly(client("client-0012"));
        assertThat(story.findings(RULE).get(0).index()).isEqualTo(1);
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void findsOnlyTheClientsOfAnEntryWhomNothingTies() {
        assertThat(given(assigned("team-1", "nurse-07", "client-0012"))
                        .when(exported("nurse-07", "client-0012", "client-0013"))
                        .found(RULE))
                .containsExactly(client("client-0013"));
    }

    @Test
    void judgesPrintsAndExportsButNotSearches() {
        assertThat(given(printed("nurse-07", "client-0001"), searched("nurse-07", "client-0002"))
                        .when(exported("nurse-07", "client-0003"))
                        .found(RULE))
                .containsExactly(client("client-0001"), client("client-0003"));
    }

    @Test
    void judgesContractorsButNeitherServicesNorTheClient() {
        assertThat(given(
                                read("temp-01", "client-0001").by(ActorKind.CONTRACTOR),
                                read("indexer", "client-0002").by(ActorKind.SERVICE),
                                read("client-0003", "client-0003").by(ActorKind.CLIENT))
                        .found(RULE))
                .containsExactly(client("client-0001"));
    }

    @Test
    void doesNotJudgeAnAttemptThatFailed() {
        assertThat(given(read("nurse-07", "client-0001").ending(Outcome.FAILURE))
                        .when(read("nurse-07", "client-0002").ending(Outcome.PARTIAL))
                        .found(RULE))
                .containsExactly(client("client-0002"));
    }

    @Test
    void countsARelationshipFromItsFirstMomentToJustBeforeItsLast() {
        Instant until = MORNING.plus(Duration.ofDays(1));
        Story story = given(assigned("team-1", "nurse-07", "client-0012").valid(MORNING, until))
                .when(
                        read("nurse-07", "client-0012").at(MORNING.minusNanos(1_000)),
                        read("nurse-07", "client-0012").at(MORNING),
                        read("nurse-07", "client-0012").at(until.minusNanos(1_000)),
                        read("nurse-07", "client-0012").at(until));

        assertThat(story.findings(RULE).stream().map(Finding::index)).containsExactly(1L, 4L);
    }

    @Test
    void findsAnAccessAfterTheRelationshipEnded() {
        assertThat(given(assigned("team-1", "nurse-07", "client-0012"), unassigned("team-1"))
                        .when(read("nurse-07", "client-0012"))
                        .found(RULE))
                .containsExactly(client("client-0012"));
    }

    @Test
    void findsNothingBeforeTheRelationshipEndedThoughItWasReportedAfterTheEnd() {
        assertThat(given(
                                assigned("team-1", "nurse-07", "client-0012").at(MORNING),
                                unassigned("team-1").at(MORNING.plus(MINUTE.multipliedBy(10))))
                        .when(read("nurse-07", "client-0012").at(MORNING.plus(MINUTE)))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void namesAFindingByTenantIndexRuleAndClient() {
        Finding finding = given(read("nurse-07", "client-0001")).findings(RULE).get(0);

        assertThat(finding.id())
                .isEqualTo(
                        Ids.of(Happening.TENANT, 0, RULE, client("client-0001").value()));
        assertThat(finding.window()).isEqualTo(Optional.of(Instant.parse("2026-03-02T00:00:00Z")));
    }
}
