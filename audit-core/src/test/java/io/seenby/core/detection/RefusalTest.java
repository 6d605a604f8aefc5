package io.seenby.core.detection;

import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.disclosed;
import static io.seenby.core.detection.Words.permitted;
import static io.seenby.core.detection.Words.refused;
import static io.seenby.core.detection.Words.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Severity;
import io.seenby.events.LegalBasis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    private static final String RULE = DisclosureWithoutBasis.NAME;

    private static Happening toInsurer() {
        return disclosed("insurer-1", "client-0001");
    }

    private static List<BreachAlert> alerts(Story story) {
        return story.alerts(RULE);
    }

    @ParameterizedTest
    @EnumSource(LegalBasis.class)
    void letsARefusalForbidExceptWhereTheLawDoesNotAsk(LegalBasis basis) {
        Story story = given(refused("consent-1", "client-0001"), permitted("consent-2", "client-0001"))
                .when(toInsurer().onBasis(basis));

        assertThat(alerts(story)).hasSize(Refusal.binds(basis) ? 1 : 0);
        assertThat(alerts(story)).allMatch(alert -> alert.severity() == Severity.HIGH);
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"COURT_ORDER", "HIPAA_REQUIRED_BY_LAW", "GLBA_LEGAL_PROCESS", "GDPR_6_1_C", "ABA_1_6_B_6"})
    void disclosesDespiteARefusalWhatTheLawDemands(LegalBasis basis) {
        assertThat(Refusal.binds(basis)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"HIPAA_TREATMENT", "HIPAA_PAYMENT", "HIPAA_OPERATIONS", "GDPR_6_1_F"})
    void letsARefusalBindWhereTheLawLeavesRoomForIt(LegalBasis basis) {
        assertThat(Refusal.binds(basis)).isTrue();
    }

    @Test
    void saysThatTheClientHadRefused() {
        BreachAlert alert = alerts(given(refused("consent-1", "client-0001")).when(toInsurer()))
                .get(0);

        assertThat(alert.summary()).contains("against the client's refusal");
        assertThat(alert.evidence()).containsExactly(0L, 1L);
    }

    @Test
    void forgetsARefusalThatWasRevokedOrDoesNotCoverIt() {
        assertThat(alerts(given(
                                refused("consent-1", "client-0001"),
                                revoked("consent-1", "client-0001"),
                                refused("consent-2", "client-0001", "employer-1"))
                        .when(toInsurer().onBasis(LegalBasis.HIPAA_TREATMENT))))
                .isEmpty();
    }
}
