package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConflictingContentTest {

    private final TenantState state = new TenantState(Happening.TENANT, MORNING, 7, Loaded.NOTHING);

    private static Indexed rewritten(long index) {
        return new Indexed(
                index, MORNING, read("nurse-07", "client-0002", "client-0001").entry(index, MORNING));
    }

    @Test
    void raisesOneAlertWithBothRecordsAsEvidence() {
        List<AlertRevision> revisions = Rules.conflict(state, rewritten(9), 4).stream()
                .filter(Change.AlertRow.class::isInstance)
                .map(change -> ((Change.AlertRow) change).revision())
                .toList();

        assertThat(revisions).hasSize(1);
        AlertRevision revision = revisions.get(0);
        BreachAlert alert = revision.alert();
        assertThat(alert.rule()).isEqualTo("conflicting-content");
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(alert.evidence()).containsExactly(4L, 9L);
        assertThat(alert.ordinal()).isEqualTo(7);
        assertThat(alert.actor()).contains(actor("nurse-07"));
        assertThat(alert.clients()).containsExactly(client("client-0001"), client("client-0002"));
        assertThat(revision.subject()).isEqualTo("ward-app/e-9");
        assertThat(revision.windowStart()).isEmpty();
    }

    @Test
    void itsPublisherWasHeardAndItsNumberHasArrived() {
        state.apply(new Change.PublisherRow(
                PublisherInstance.fresh(Completeness.keyOf(rewritten(9).entry()), MORNING.minusSeconds(9), 3)
                        .heard(MORNING.minusSeconds(9), 3, OptionalLong.of(1), Optional.empty())
                        .heard(MORNING.minusSeconds(8), 4, OptionalLong.of(3), Optional.empty())));
        Indexed second = new Indexed(
                9, MORNING, read("nurse-07", "client-0001").numbered(2).entry(9, MORNING));

        Rules.conflict(state, second, 4);

        PublisherInstance instance = state.publishers().iterator().next();
        assertThat(instance.heardAt()).isEqualTo(MORNING);
        assertThat(instance.sequence().gaps()).isEmpty();
        assertThat(state.nextAlertOrdinal()).isEqualTo(8);
    }

    @Test
    void refusesAnEntryOfAnotherTenantOrOfThePast() {
        LedgerEntry entry = rewritten(9).entry();
        TenantState other = new TenantState(new TenantId("st-bernard"), MORNING, 1, Loaded.NOTHING);
        Indexed past = new Indexed(9, MORNING.minusSeconds(1), entry);

        assertThatIllegalArgumentException().isThrownBy(() -> Rules.judge(other, rewritten(9)));
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.judge(state, past));
    }
}
