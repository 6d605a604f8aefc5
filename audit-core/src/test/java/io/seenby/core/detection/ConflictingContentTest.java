package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Words.actor;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEntry;
import io.seenby.events.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictingContentTest {

    private final TenantState state = new TenantState(Happening.TENANT, MORNING, 7, Loaded.NOTHING);

    private static Indexed rewritten(long index) {
        return new Indexed(
                index, MORNING, read("nurse-07", "client-0002", "client-0001").entry(index, MORNING));
    }

    @Test
    void raisesOneAlertWithBothRecordsAsEvidence() {
        List<Change> changes = Rules.conflict(state, rewritten(9), 4);

        assertThat(changes).hasSize(1);
        AlertRevision revision = ((Change.AlertRow) changes.get(0)).revision();
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
    void doesNotTouchTheStateUntilTheChangesAreApplied() {
        List<Change> changes = Rules.conflict(state, rewritten(9), 4);
        assertThat(state.nextAlertOrdinal()).isEqualTo(7);

        changes.forEach(state::apply);

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
