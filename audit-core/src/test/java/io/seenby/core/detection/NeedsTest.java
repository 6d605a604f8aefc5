package io.seenby.core.detection;

import static io.seenby.core.detection.ErasureWords.erased;
import static io.seenby.core.detection.ReviewWords.reviewed;
import static io.seenby.core.detection.StandingWords.answersTo;
import static io.seenby.core.detection.StandingWords.inTeams;
import static io.seenby.core.detection.StandingWords.left;
import static io.seenby.core.detection.StandingWords.unwalled;
import static io.seenby.core.detection.StandingWords.wall;
import static io.seenby.core.detection.StandingWords.walled;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.consent;
import static io.seenby.core.detection.Words.disclosed;
import static io.seenby.core.detection.Words.permitted;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.relationship;
import static io.seenby.core.detection.Words.revoked;
import static io.seenby.core.detection.Words.searched;
import static io.seenby.core.detection.Words.timePassed;
import static io.seenby.core.detection.Words.unassigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.facts.Tie;
import io.seenby.events.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedsTest {

    private static Needs needs(Happening... happenings) {
        List<Indexed> batch = new ArrayList<>();
        for (Happening happening : happenings) {
            batch.add(Indexed.after(MORNING, batch.size(), happening.entry(batch.size(), MORNING)));
        }
        return Needs.of(batch);
    }

    @Test
    void askOfAnAccessForActorClientsDayAndAlerts() {
        Needs needs = needs(read("nurse-07", "client-0002", "client-0001"));

        Tie first = new Tie(actor("nurse-07"), client("client-0001"));
        assertThat(needs.seen()).containsExactly(first, new Tie(actor("nurse-07"), client("client-0002")));
        assertThat(needs.actors()).containsExactly(actor("nurse-07"));
        assertThat(needs.clients()).containsExactly(client("client-0001"), client("client-0002"));
        assertThat(needs.windows()).containsExactly(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(needs.subjects()).contains(actor("nurse-07").value(), first.toString());
    }

    @Test
    void askNothingForWhatIsNotJudged() {
        Needs needs = needs(
                searched("nurse-07", "client-0001"),
                read("indexer", "client-0001").by(ActorKind.SERVICE),
                timePassed());

        assertThat(needs.seen()).isEmpty();
        assertThat(needs.actors()).isEmpty();
        assertThat(needs.clients()).isEmpty();
    }

    @Test
    void askOfARelationshipForItsClients() {
        Needs needs = needs(assigned("team-1", "nurse-07", "client-0001", "client-0002"), unassigned("team-2"));

        assertThat(needs.tied()).containsExactly(client("client-0001"), client("client-0002"));
        assertThat(needs.relationships()).containsExactly(relationship("team-1"), relationship("team-2"));
        assertThat(needs.reach()).isEqualTo(MORNING.minus(Duration.ofDays(30)));
    }

    @Test
    void askOfAStandingForThoseWhoseAccessesItMayExplain() {
        Needs needs = needs(
                answersTo("head-01", "nurse-07", "unit-1"),
                inTeams("nurse-08"),
                inTeams("nurse-09", "unit-1"),
                left("nurse-10"));

        assertThat(needs.restated()).containsExactly(actor("nurse-07"), actor("head-01"), actor("nurse-09"));
        assertThat(needs.supervised()).containsExactly(new Needs.Supervision(actor("head-01"), actor("nurse-07")));
    }

    @Test
    void askForWallsByName() {
        assertThat(needs(walled("wall-1", List.of("nurse-07"), List.of(), "client-0001"), unwalled("wall-2"))
                        .walls())
                .containsExactly(wall("wall-1"), wall("wall-2"));
    }

    @Test
    void areTouchedWhoseAccessesTheSameBatchMayExplain() {
        Needs needs = needs(
                read("nurse-07", "client-0001"),
                read("nurse-08", "client-0002"),
                read("nurse-09", "client-0003"),
                assigned("team-1", "nurse-01", "client-0001"),
                inTeams("nurse-08", "unit-1"));

        assertThat(needs.touched()).containsExactly(actor("nurse-07"), actor("nurse-08"));
    }

    @Test
    void askOfAReviewForWhatItMayAnswerUnlessItDoesNotCount() {
        Needs needs = needs(
                reviewed("privacy-02", "nurse-07", "client-0001"), reviewed("nurse-08", "nurse-08", "client-0002"));

        Tie tie = new Tie(actor("nurse-07"), client("client-0001"));
        assertThat(needs.reviewed()).containsExactly(tie);
        assertThat(needs.subjects()).containsExactly(tie.toString());
    }

    @Test
    void askOfDisclosuresAndConsentsForConsents() {
        Needs needs = needs(
                disclosed("insurer-1", "client-0001"),
                permitted("consent-1", "client-0002"),
                revoked("consent-2", "client-0003"));

        assertThat(needs.disclosed()).containsExactly(client("client-0001"));
        assertThat(needs.consents()).containsExactly(consent("consent-1"), consent("consent-2"));
    }

    @Test
    void askOfADepartureForTheLooksSinceButNotForThoseOfLongAgo() {
        Instant longAgo = MORNING.minus(Duration.ofDays(90));
        Needs needs = needs(
                left("nurse-07").at(MORNING.minus(Duration.ofHours(2))).recordedAt(MORNING),
                left("nurse-08").at(longAgo).recordedAt(MORNING));

        assertThat(needs.departed())
                .containsExactly(
                        new Needs.Departure(actor("nurse-07"), MORNING.minus(Duration.ofHours(2))),
                        new Needs.Departure(actor("nurse-08"), MORNING.minus(Duration.ofDays(30))));
    }

    @Test
    void rememberAFortnightOfTheEarliestDay() {
        assertThat(needs(timePassed(), timePassed().at(MORNING.plus(Duration.ofDays(2))))
                        .remembered())
                .isEqualTo(Instant.parse("2026-02-17T00:00:00Z"));
    }

    @Test
    void askOfWhatAPublisherReportsWhetherItsClientsWereErasedAndOfAnErasureForItsClient() {
        Needs needs = needs(
                searched("nurse-07", "client-0001"), erased("client-0002"), permitted("consent-1", "client-0003"));

        assertThat(needs.named()).containsExactly(client("client-0001"), client("client-0003"));
        assertThat(needs.erased()).containsExactly(client("client-0002"));
    }

    @Test
    void askForEachDayThatABatchTouches() {
        assertThat(needs(timePassed(), timePassed().at(MORNING.plus(Duration.ofDays(2))))
                        .windows())
                .hasSize(2);
    }
}
