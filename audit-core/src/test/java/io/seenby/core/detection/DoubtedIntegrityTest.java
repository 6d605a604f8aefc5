package io.seenby.core.detection;

import static io.seenby.core.detection.Words.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.EventType;
import io.seenby.events.IntegrityDoubt;
import io.seenby.events.LedgerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubtedIntegrityTest {

    private static final String RULE = DoubtedIntegrity.NAME;

    private static Happening doubted(IntegrityDoubt doubt) {
        return fact(EventType.INTEGRITY_DOUBTED, new LedgerEvent.IntegrityDoubted(doubt, 41));
    }

    @ParameterizedTest
    @EnumSource
    void raisesAnAlertThatNamesThePlaceAndNobody(IntegrityDoubt doubt) {
        BreachAlert alert = Story.given(doubted(doubt)).alerts(RULE).get(0);

        assertThat(alert.summary()).contains("ledger position 41");
        assertThat(alert.evidence()).containsExactly(0L);
        assertThat(alert.clients()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isCriticalUnlessTheWitnessIsMerelyLate(IntegrityDoubt doubt) {
        assertThat(Story.given(doubted(doubt)).alerts(RULE).get(0).severity())
                .isEqualTo(
                        doubt == IntegrityDoubt.UNWITNESSED
                                ? BreachAlert.Severity.HIGH
                                : BreachAlert.Severity.CRITICAL);
    }

    @Test
    void speaksEachTime() {
        Story story = Story.given(doubted(IntegrityDoubt.VIEWS_DIFFER), doubted(IntegrityDoubt.VIEWS_DIFFER));

        assertThat(story.alerts(RULE)).hasSize(2);
    }
}
