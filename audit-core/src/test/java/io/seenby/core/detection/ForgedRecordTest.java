package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seenby.events.BreachAlert;
import io.seenby.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForgedRecordTest {

    private final TenantState state = new TenantState(Happening.TENANT, MORNING, 3, Loaded.NOTHING);

    private static Unproven at(long index, Instant coreTime) {
        return new Unproven(Happening.TENANT, index, coreTime);
    }

    private List<Change> step(Unproven record) {
        List<Change> changes = Rules.forged(state, record);
        changes.forEach(state::apply);
        return changes;
    }

    @Test
    void raisesACriticalAlertThatNamesTheRecordAndNobody() {
        List<Change> changes = step(at(9, MORNING));

        AlertRevision revision = ((Change.AlertRow) changes.get(0)).revision();
        BreachAlert alert = revision.alert();
        assertThat(changes).hasSize(1);
        assertThat(alert.rule()).isEqualTo("forged-record");
        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.CRITICAL);
        assertThat(alert.evidence()).containsExactly(9L);
        assertThat(alert.ordinal()).isEqualTo(3);
        assertThat(alert.actor()).isEmpty();
        assertThat(alert.clients()).isEmpty();
        assertThat(revision.windowStart()).contains(CoreDay.startOf(MORNING));
    }

    @Test
    void speaksOnceACoreDay() {
        step(at(9, MORNING));

        assertThat(step(at(10, MORNING.plus(Duration.ofHours(1))))).isEmpty();
        assertThat(step(at(11, MORNING.plus(Duration.ofDays(1))))).hasSize(1);
        assertThat(state.forgeryDay()).contains(CoreDay.startOf(MORNING).plus(Duration.ofDays(1)));
    }

    @Test
    void remembersWhatWasSaidBeforeTheBatch() {
        state.forgedOn(Optional.of(CoreDay.startOf(MORNING)));

        assertThat(step(at(9, MORNING))).isEmpty();
    }

    @Test
    void refusesARecordOfAnotherTenant() {
        var other = new Unproven(new TenantId("st-bernard"), 9, MORNING);

        assertThatIllegalArgumentException().isThrownBy(() -> Rules.forged(state, other));
    }
}
