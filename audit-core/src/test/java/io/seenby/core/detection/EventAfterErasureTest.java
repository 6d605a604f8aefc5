package io.seenby.core.detection;

import static io.seenby.core.detection.ErasureWords.approved;
import static io.seenby.core.detection.ErasureWords.erased;
import static io.seenby.core.detection.StandingWords.registered;
import static io.seenby.core.detection.StandingWords.tokens;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.disclosed;
import static io.seenby.core.detection.Words.read;
import static io.seenby.core.detection.Words.searched;
import static io.seenby.core.detection.Words.timePassed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.seenby.core.facts.ClientTokens;
import io.seenby.events.ActorKind;
import io.seenby.events.LedgerEntry;
import io.seenby.events.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventAfterErasureTest {

    private static final String RULE = EventAfterErasure.NAME;

    @Test
    void whatAPublisherReportsOfAClientWhoIsErasedIsAFindingThatNobodyIsShown() {
        Story story = given(erased("client-0001"))
                .when(
                        read("nurse-07", "client-0001", "client-0002"),
                        searched("nurse-07", "client-0001"),
                        disclosed("insurer-1", "client-0001"),
                        registered("client-0001", Tokens.NONE),
                        read("indexer", "client-0001").by(ActorKind.SERVICE));

        assertThat(story.found(RULE)).hasSize(5).containsOnly(client("client-0001"));
        assertThat(story.findings(RULE)).extracting(Finding::index).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(story.findings(RULE)).allMatch(finding -> finding.alertId().isEmpty());
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void whatWasReportedBeforeIsNone() {
        assertThat(given(read("nurse-07", "client-0001"))
                        .when(erased("client-0001"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void whatTheServiceRecordsItselfIsNone() {
        assertThat(given(erased("client-0001"))
                        .when(erased("client-0001"), approved("client-0001"), timePassed())
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void anErasureDropsTheTokensThatWereKnownAndNotThoseThatFollow() {
        List<LedgerEntry> history = List.of(
                registered("client-0001", tokens("north", "north", "south")).entry(0, Story.MORNING),
                registered("client-0002", tokens("north", "north", "south")).entry(1, Story.MORNING),
                erased("client-0001").entry(2, Story.MORNING),
                registered("client-0001", tokens("south", "", "")).entry(3, Story.MORNING));

        TwinStore store = TwinStore.integrated(history, 1);

        assertThat(store.tokens.values().stream().filter(row -> row.client().equals(client("client-0001"))))
                .extracting(ClientTokens::knownIndex, ClientTokens::tokens)
                .containsExactlyInAnyOrder(tuple(0L, Tokens.NONE), tuple(3L, tokens("south", "", "")));
        assertThat(store.tokens.values().stream().filter(row -> row.client().equals(client("client-0002"))))
                .extracting(ClientTokens::tokens)
                .containsExactly(tokens("north", "north", "south"));
        assertThat(TwinStore.integrated(history, 4).image()).isEqualTo(store.image());
    }
}
