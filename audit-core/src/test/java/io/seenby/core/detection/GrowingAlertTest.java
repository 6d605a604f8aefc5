package io.seenby.core.detection;

import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.exported;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.detection.NaiveJudge.Named;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrowingAlertTest {

    private static final String RULE = NoRelationship.NAME;

    private static String[] clients(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("client-%04d"::formatted)
                .toArray(String[]::new);
    }

    private static List<Integer> named(Story story) {
        return story.alerts(RULE).stream().map(alert -> alert.clients().size()).toList();
    }

    @Test
    void namesEachClientFoundAfterTheAlertWasRaised() {
        Story story = given(exported("nurse-07", clients(1, 3))).when(read("nurse-07", "client-0009"));

        BreachAlert raised = story.alerts(RULE).get(0);
        BreachAlert named = story.alerts(RULE).get(1);
        assertThat(named.alertId()).isEqualTo(raised.alertId());
        assertThat(named.revision()).isEqualTo(2);
        assertThat(named.status()).isEqualTo(BreachAlert.Status.OPEN);
        assertThat(named.clients()).hasSize(4).contains(client("client-0009"));
        assertThat(named.evidence()).containsExactly(0L, 1L);
        assertThat(named.summary()).startsWith("One actor opened records of 4 clients within one day");
        assertThat(named.occurredAt()).isEqualTo(raised.occurredAt());
    }

    @Test
    void saysNothingOfAClientWhomItNames() {
        assertThat(given(exported("nurse-07", clients(1, 3)))
                        .when(read("nurse-07", "client-0002"))
                        .alerts(RULE))
                .hasSize(1);
    }

    @Test
    void waitsUntilTheyAreAnEighthOfThoseNamed() {
        Story story = given();
        for (String client : clients(1, 24)) {
            story.when(read("nurse-07", client));
        }

        assertThat(named(story)).containsExactly(3, 4, 5, 6, 7, 8, 9, 11, 13, 15, 17, 20, 23);
    }

    @Test
    void namesAThousandClientsInSomeFortyRevisionsAndNoneBeyond() {
        Story story = given();
        for (String client : clients(1, 1_100)) {
            story.when(read("nurse-07", client).at(Story.MORNING));
        }

        List<Integer> named = named(story);
        assertThat(named).hasSizeBetween(40, 50);
        assertThat(named.get(named.size() - 1)).isBetween(900, 1_000);
        assertThat(story.found(RULE)).hasSize(1_100);
    }

    @Test
    void namesOnlyWhomNothingHasExplainedMeanwhile() {
        Story story = given(exported("nurse-07", clients(1, 9)))
                .when(
                        read("nurse-07", "client-0010"),
                        assigned("team-1", "nurse-07", "client-0010").valid(Story.MORNING),
                        read("nurse-07", "client-0011"),
                        read("nurse-07", "client-0012"));

        assertThat(named(story)).containsExactly(9, 11);
        assertThat(story.alerts(RULE).get(1).clients())
                .contains(client("client-0011"), client("client-0012"))
                .doesNotContain(client("client-0010"));
    }

    @Property(tries = 400)
    void namesTheClientsThatANaiveReadingDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        List<LedgerEntry> history = Histories.of(seed, length);
        Set<String> growing = Set.of(NoRelationship.NAME, SerialLowAndSlow.NAME);
        TwinStore store = new TwinStore(Happening.TENANT);
        List<Named> named = new ArrayList<>();
        for (LedgerEntry entry : history) {
            long index = store.nextIndex();
            store.integrate(List.of(entry)).stream()
                    .filter(Change.AlertRow.class::isInstance)
                    .map(change -> ((Change.AlertRow) change).revision())
                    .filter(revision ->
                            revision.open() && growing.contains(revision.alert().rule()))
                    .forEach(revision -> named.add(new Named(
                            index,
                            revision.alert().rule(),
                            new HashSet<>(revision.alert().clients()))));
        }

        assertThat(named).containsExactlyInAnyOrderElementsOf(new NaiveJudge(history).named);
    }
}
