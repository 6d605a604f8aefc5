package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.readUnderBreakGlass;
import static io.seenby.core.detection.Words.timePassed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatWindowTest {

    private static final String RULE = NoRelationship.NAME;
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void findsNothingWhereTheActorIsAssigned() {
        assertThat(given(assigned("team-1", "nurse-07", "client-0012"))
                        .when(read("nurse-07", "client-0012"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void raisesAlertAtTheThirdClientWithinADay() {
        Story story = given(read("nurse-07", "client-0001"), read("nurse-07", "client-0002"));
        assertThat(story.alerts(RULE)).isEmpty();

        story.when(read("nurse-07", "client-0003"));

        BreachAlert alert = story.alerts(RULE).get(0);
        assertThat(story.alerts(RULE)).hasSize(1);
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.status()).isEqualTo(BreachAlert.Status.OPEN);
        assertThat(alert.revision()).isEqualTo(1);
        assertThat(alert.ordinal()).isEqualTo(1);
        assertThat(alert.actor()).contains(actor("nurse-07"));
        assertThat(alert.clients())
                .containsExactly(client("client-0001"), client("client-0002"), client("client-0003"));
        assertThat(alert.evidence()).containsExactly(0L, 1L, 2L);
        assertThat(alert.summary())
                .isEqualTo("One actor opened records of 3 clients within one day"
                        + " without a known relationship to any of them.");
        assertThat(alert.alertId())
                .isEqualTo(Ids.of(Happening.TENANT, 2, RULE, actor("nurse-07").value()));
    }

    @Test
    void raisesAlertAtOnceWhenOneEntryShowsThreeClients() {
        BreachAlert alert = given(exported("nurse-07", "client-0003", "client-0001", "client-0002"))
                .alerts(RULE)
                .get(0);

        assertThat(alert.evidence()).containsExactly(0L);
        assertThat(alert.clients()).hasSize(3).isSorted();
    }

    @Test
    void countsClientsNotAccesses() {
        assertThat(given(read("nurse-07", "client-0001"), read("nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0001"), read("nurse-07", "client-0002"))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void countsEachActorAlone() {
        assertThat(given(read("nurse-07", "client-0001"), read("nurse-08", "client-0002"))
                        .when(read("nurse-09", "client-0003"))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void countsAnewEachDayOfCoreTime() {
        Story story = given(
                read("nurse-07", "client-0001").at(MORNING),
                read("nurse-07", "client-0002").at(MIDNIGHT.minusSeconds(1)),
                read("nurse-07", "client-0003").at(MIDNIGHT));

        assertThat(story.alerts(RULE)).isEmpty();
        assertThat(story.store().windows.values())
                .extracting(RepeatWindow::start, window -> window.clients().size())
                .containsExactlyInAnyOrder(tuple(Instant.parse("2026-03-02T00:00:00Z"), 2), tuple(MIDNIGHT, 1));
    }

    @Test
    void goesByCoreTimeWhereAClockLagsBehind() {
        assertThat(given(
                                timePassed().at(MIDNIGHT.plusSeconds(2)),
                                read("nurse-07", "client-0001").at(MIDNIGHT.minusSeconds(1)),
                                read("nurse-07", "client-0002").at(MIDNIGHT.minusSeconds(1)),
                                read("nurse-07", "client-0003").at(MIDNIGHT.plusSeconds(3)))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void raisesOneAlertADayAndShowsLaterFindingsByIt() {
        Story story = given(exported("nurse-07", "client-0001", "client-0002", "client-0003"))
                .when(exported("nurse-07", "client-0004", "client-0005", "client-0006"));

        assertThat(story.alerts(RULE)).extracting(BreachAlert::revision).containsExactly(1, 2);
        assertThat(story.findings(RULE))
                .hasSize(6)
                .allSatisfy(finding -> assertThat(finding.alertId())
                        .contains(story.alerts(RULE).get(0).alertId()));
    }

    @Test
    void raisesAnotherAlertTheNextDay() {
        Story story = given(exported("nurse-07", "client-0001", "client-0002", "client-0003")
                        .at(MORNING))
                .when(exported("nurse-07", "client-0001", "client-0002", "client-0003")
                        .at(MIDNIGHT));

        assertThat(story.alerts(RULE)).extracting(BreachAlert::ordinal).containsExactly(1L, 2L);
        assertThat(story.alerts(RULE)).extracting(BreachAlert::alertId).doesNotHaveDuplicates();
    }

    @Test
    void skipsAnEntryReportedTooLateInTheCountButFindsIt() {
        Instant longAgo = MORNING.minus(Indexed.LATE).minusSeconds(1);
        Story story = given(read("nurse-07", "client-0001"), read("nurse-07", "client-0002"))
                .when(read("nurse-07", "client-0003").at(longAgo).recordedAt(MORNING.plus(MINUTE)));

        assertThat(story.found(RULE)).hasSize(3);
        assertThat(story.findings(RULE).get(2).window()).isEmpty();
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void countsAnEntryReportedJustInTime() {
        Instant longAgo = MORNING.plus(MINUTE).minus(Indexed.LATE);
        assertThat(given(read("nurse-07", "client-0001"), read("nurse-07", "client-0002"))
                        .when(read("nurse-07", "client-0003").at(longAgo).recordedAt(MORNING.plus(MINUTE)))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void isNotExplainedByBreakGlassAndSaysSo() {
        assertThat(given(read("nurse-07", "client-0001", "client-0002"))
                        .when(readUnderBreakGlass("nurse-07", "client-0003"))
                        .alerts(RULE)
                        .get(0)
                        .summary())
                .endsWith(", the latest under break-glass.");
    }

    @Test
    void keepsWithinWhatAnAlertCanHold() {
        String[] many =
                IntStream.range(0, 1_000).mapToObj("client-%04d"::formatted).toArray(String[]::new);
        Story story = given();
        IntStream.range(0, 1_100)
                .forEach(time -> story.when(read("nurse-07", "client-2000").at(MORNING)));

        BreachAlert alert =
                story.when(exported("nurse-07", many).at(MORNING)).alerts(RULE).get(0);

        assertThat(alert.clients()).hasSize(1_000);
        assertThat(alert.evidence()).hasSize(1_000).isSorted().contains(1_100L).doesNotContain(0L);
    }

    @Test
    void goesOnCountingWhenTheAlertIsRaised() {
        Story story = given(exported("nurse-07", "client-0001", "client-0002", "client-0003"))
                .when(read("nurse-07", "client-0004"));

        assertThat(story.store().windows.values())
                .containsExactly(new RepeatWindow(
                        actor("nurse-07"),
                        Instant.parse("2026-03-02T00:00:00Z"),
                        new TreeSet<>(List.of(
                                client("client-0001"),
                                client("client-0002"),
                                client("client-0003"),
                                client("client-0004"))),
                        true));
    }
}
