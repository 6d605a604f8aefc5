package io.seenby.core.detection;

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
    void askOfARelationshipForEachMemberWithEachClient() {
        Needs needs = needs(assigned("team-1", "nurse-07", "client-0001", "client-0002"), unassigned("team-2"));

        assertThat(needs.tied()).hasSize(2);
        assertThat(needs.relationships()).containsExactly(relationship("team-1"), relationship("team-2"));
        assertThat(needs.actors()).containsExactly(actor("nurse-07"));
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
    void askForEachDayThatABatchTouches() {
        assertThat(needs(timePassed(), timePassed().at(MORNING.plus(Duration.ofDays(2))))
                        .windows())
                .hasSize(2);
    }
}
