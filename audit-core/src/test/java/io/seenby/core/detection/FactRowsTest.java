package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.permitted;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.revoked;
import static io.seenby.core.detection.Words.unassigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.facts.Ending;
import io.seenby.core.facts.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactRowsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = MORNING.plus(HOUR.multipliedBy(4));

    private static Happening fromMorning() {
        return assigned("team-1", "nurse-07", "client-0001").valid(MORNING);
    }

    private static List<Relationship> rows(Story story) {
        return story.store().relationships.values().stream()
                .sorted(Comparator.comparing(Relationship::key))
                .toList();
    }

    private static List<Long> found(Story story) {
        return story.findings(NoRelationship.NAME).stream().map(Finding::index).toList();
    }

    @Test
    void makeARowForEachMemberWithEachClientValidFromWhenItOccurred() {
        List<Relationship> rows = rows(given(assigned("team-1", "nurse-07", "client-0001", "client-0002")));

        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.from()).isEqualTo(MORNING);
            assertThat(row.until()).isEmpty();
            assertThat(row.knownIndex()).isZero();
            assertThat(row.ended()).isEmpty();
        });
    }

    @Test
    void makeNoRowForWhatWasSaidLast() {
        assertThat(rows(given(fromMorning(), fromMorning().recordedAt(NOON)))).hasSize(1);
        assertThat(given(permitted("consent-1", "client-0001").valid(MORNING))
                        .when(permitted("consent-1", "client-0001").valid(MORNING))
                        .store()
                        .consents)
                .hasSize(1);
    }

    @Test
    void makeARowForWhatIsSaidAnew() {
        Story story = given(
                        fromMorning(),
                        assigned("team-1", "nurse-07", "client-0001").valid(MORNING, NOON))
                .when(read("nurse-07", "client-0001").at(NOON));

        assertThat(rows(story)).hasSize(2);
        assertThat(found(story)).containsExactly(2L);
    }

    @Test
    void keepTheSoonerOfTwoEndings() {
        Story story = given(
                fromMorning(),
                unassigned("team-1").at(NOON),
                unassigned("team-1").at(NOON.plus(HOUR)));
        assertThat(rows(story).get(0).ended()).isEqualTo(Optional.of(new Ending(NOON, 1)));

        story.when(unassigned("team-1").at(NOON.minus(HOUR)));
        assertThat(rows(story).get(0).ended()).isEqualTo(Optional.of(new Ending(NOON.minus(HOUR), 3)));
    }

    @Test
    void endEveryTieOfARelationship() {
        assertThat(rows(given(
                        assigned("team-1", "nurse-07", "client-0001", "client-0002"),
                        assigned("team-1", "nurse-08", "client-0001"),
                        assigned("team-2", "nurse-07", "client-0001"),
                        unassigned("team-1"))))
                .extracting(row -> row.ended().isPresent())
                .containsExactly(true, true, true, false);
    }

    @Test
    void doNotReviveAnEndedRelationshipByStatingItsPeriodAgain() {
        Story story = given(fromMorning(), unassigned("team-1").at(NOON))
                .when(fromMorning().recordedAt(NOON.plus(HOUR)))
                .when(assigned("team-1", "nurse-07", "client-0001").valid(MORNING.plus(HOUR)))
                .when(
                        read("nurse-07", "client-0001").at(NOON.minus(HOUR)),
                        read("nurse-07", "client-0001").at(NOON.plus(HOUR)));

        assertThat(found(story)).containsExactly(5L);
    }

    @Test
    void doNotReviveARevokedConsentByStatingItAgain() {
        Story story = given(
                        permitted("consent-1", "client-0001").valid(MORNING),
                        revoked("consent-1", "client-0001").at(NOON),
                        permitted("consent-1", "client-0001", "insurer-1").valid(MORNING))
                .when(Words.disclosed("insurer-1", "client-0001").at(NOON));

        assertThat(story.alerts(DisclosureWithoutBasis.NAME)).hasSize(1);
    }

    @Test
    void beginAnewAfterAnEnding() {
        Story story = given(fromMorning(), unassigned("team-1").at(NOON))
                .when(assigned("team-1", "nurse-07", "client-0001").valid(NOON.plus(HOUR)))
                .when(
                        read("nurse-07", "client-0001").at(NOON),
                        read("nurse-07", "client-0001").at(NOON.plus(HOUR)));

        assertThat(found(story)).containsExactly(3L);
    }

    @Test
    void cancelAnAppointmentBeforeItBegins() {
        Story story = given(assigned("visit-1", "nurse-07", "client-0001").valid(NOON), unassigned("visit-1"))
                .when(read("nurse-07", "client-0001").at(NOON.plus(HOUR)));

        assertThat(found(story)).containsExactly(2L);
    }

    @Test
    void endNothingThatIsNotKnownYet() {
        assertThat(found(given(unassigned("team-1"), assigned("team-1", "nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0001"))))
                .isEmpty();
    }
}
