package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.seenby.core.facts.Tie;
import io.seenby.events.RelationshipRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantStateTest {

    private static final Indexed ENTRY =
            new Indexed(3, MORNING, read("nurse-07", "client-0001").entry(3, MORNING));
    private static final Tie TIE = new Tie(actor("nurse-07"), client("client-0001"));

    private final TenantState state = new TenantState(Happening.TENANT, MORNING, 1, Loaded.NOTHING);

    @Test
    void refusesAnAlertOutOfItsOrder() {
        List<Change> first = Rules.conflict(state, ENTRY, 0);

        assertThatIllegalStateException().isThrownBy(() -> first.forEach(state::apply));
    }

    @Test
    void saysWhichAlertWasNotLoaded() {
        assertThatIllegalStateException().isThrownBy(() -> state.alert("gone")).withMessageContaining("gone");
    }

    @Test
    void forgetsAFindingThatIsExplained() {
        Finding open = Finding.on(ENTRY, NoRelationship.NAME, 1, client("client-0001"), Optional.empty());
        state.apply(new Change.FindingRow(open));
        assertThat(state.openFindings(TIE)).containsExactly(open);

        Explained explained = Explained.by(new RelationshipRef("team-1________________"), 4);
        state.apply(new Change.FindingRow(open.explainedBy(explained)));

        assertThat(state.openFindings(TIE)).isEmpty();
    }

    @Test
    void refusesAFindingThatIsOpenAndExplained() {
        Finding open = Finding.on(ENTRY, NoRelationship.NAME, 1, client("client-0001"), Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Finding(
                        open.id(),
                        open.rule(),
                        1,
                        3,
                        open.actor(),
                        open.client(),
                        MORNING,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void coreTimeNeverRunsBack() {
        Instant later = MORNING.plus(Duration.ofHours(1));

        assertThat(Indexed.after(later, 3, ENTRY.entry()).coreTime()).isEqualTo(later);
        assertThat(Indexed.after(MORNING.minusSeconds(1), 3, ENTRY.entry()).coreTime())
                .isEqualTo(MORNING);
    }

    @Test
    void keepsTheLastChangeOfEachKeyInTheOrderOfTheFirst() {
        Finding one = Finding.on(ENTRY, NoRelationship.NAME, 1, client("client-0001"), Optional.empty());
        Finding other = Finding.on(ENTRY, NoRelationship.NAME, 1, client("client-0002"), Optional.empty());
        Finding shown = one.shownBy("alert");

        assertThat(Change.lastPerKey(List.of(
                        new Change.FindingRow(one), new Change.FindingRow(other), new Change.FindingRow(shown))))
                .containsExactly(new Change.FindingRow(shown), new Change.FindingRow(other));
    }
}
