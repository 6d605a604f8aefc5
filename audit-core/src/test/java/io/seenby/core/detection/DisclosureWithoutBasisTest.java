package io.seenby.core.detection;

import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.consent;
import static io.seenby.core.detection.Words.disclosed;
import static io.seenby.core.detection.Words.permitted;
import static io.seenby.core.detection.Words.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.BreachAlert.Severity;
import io.seenby.events.ConsentDecision;
import io.seenby.events.LegalBasis;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureWithoutBasisTest {

    private static final String RULE = DisclosureWithoutBasis.NAME;
    private static final Duration HOUR = Duration.ofHours(1);

    private static Happening toInsurer() {
        return disclosed("insurer-1", "client-0001");
    }

    private static List<BreachAlert> alerts(Story story) {
        return story.alerts(RULE);
    }

    @Test
    void raisesAlertWhereNothingPermitsIt() {
        Story story = given(toInsurer());

        BreachAlert alert = alerts(story).get(0);
        assertThat(alert.severity()).isEqualTo(Severity.HIGH);
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.evidence()).containsExactly(0L);
        assertThat(alert.summary())
                .isEqualTo("Information of one client was disclosed without a legal basis or a consent that covers it"
                        + " (channel e-mail, not secured).");
        assertThat(story.findings(RULE)).hasSize(1);
        assertThat(story.findings(RULE).get(0).alertId()).contains(alert.alertId());
    }

    @ParameterizedTest
    @EnumSource(LegalBasis.class)
    void permitsWhatALegalBasisPermitsUnlessItNeedsAConsent(LegalBasis basis) {
        assertThat(alerts(given(toInsurer().onBasis(basis)))).hasSize(basis.needsConsent() ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(LegalBasis.class)
    void permitsByConsentWhateverTheBasis(LegalBasis basis) {
        assertThat(alerts(given(permitted("consent-1", "client-0001"))
                        .when(toInsurer().onBasis(basis))))
                .isEmpty();
    }

    @Test
    void permitsByConsentWithoutAnyBasis() {
        assertThat(alerts(given(permitted("consent-1", "client-0001", "insurer-1"))
                        .when(toInsurer())))
                .isEmpty();
    }

    @Test
    void doesNotTakeAnotherClientsConsent() {
        assertThat(alerts(given(permitted("consent-1", "client-0002")).when(toInsurer())))
                .hasSize(1);
    }

    @Test
    void doesNotTakeAConsentToAnotherRecipient() {
        assertThat(alerts(given(permitted("consent-1", "client-0001", "employer-1"))
                        .when(toInsurer())))
                .hasSize(1);
    }

    @Test
    void doesNotTakeAConsentForAnotherPurpose() {
        Happening forResearch =
                consent("consent-1", "client-0001", ConsentDecision.PERMIT, List.of(), List.of(Purpose.RESEARCH));
        Story story = given(forResearch)
                .when(toInsurer().because(Purpose.RESEARCH))
                .when(toInsurer().because(Purpose.PAYMENT))
                .when(toInsurer());

        assertThat(story.findings(RULE).stream().map(Finding::index)).containsExactly(2L, 3L);
    }

    @Test
    void doesNotTakeAConsentToAnotherRecordType() {
        Happening toNotes = consent("consent-1", "client-0001", ConsentDecision.PERMIT, List.of("note"), List.of());
        Story story = given(toNotes)
                .when(toInsurer().of("note"))
                .when(toInsurer().of("therapy-note"))
                .when(toInsurer());

        assertThat(story.findings(RULE).stream().map(Finding::index)).containsExactly(2L, 3L);
    }

    @Test
    void takesTheNamedConsentAndNoOther() {
        Story story = given(permitted("consent-1", "client-0001", "employer-1"), permitted("consent-2", "client-0001"))
                .when(toInsurer().onConsent("consent-2"))
                .when(toInsurer().onConsent("consent-1"))
                .when(toInsurer().onConsent("consent-3"));

        assertThat(story.findings(RULE).stream().map(Finding::index)).containsExactly(3L, 4L);
    }

    @Test
    void doesNotTakeAConsentSignedLater() {
        Story story =
                given(toInsurer()).when(permitted("consent-1", "client-0001").valid(MORNING.minus(HOUR)));

        assertThat(alerts(story)).extracting(BreachAlert::status).containsExactly(BreachAlert.Status.OPEN);
        assertThat(story.found(RULE)).hasSize(1);
    }

    @Test
    void doesNotTakeAConsentThatHadNotBegunOrWasOver() {
        Story story = given(permitted("consent-1", "client-0001").valid(MORNING, MORNING.plus(HOUR)))
                .when(
                        toInsurer().at(MORNING.minusNanos(1_000)),
                        toInsurer().at(MORNING),
                        toInsurer().at(MORNING.plus(HOUR)));

        assertThat(story.findings(RULE).stream().map(Finding::index)).containsExactly(1L, 3L);
        assertThat(alerts(story)).allMatch(alert -> alert.severity() == Severity.HIGH);
    }

    @Test
    void tellsAConsentThatHadRunOutFromOneToSomethingElse() {
        BreachAlert over = alerts(given(permitted("consent-1", "client-0001").valid(MORNING, MORNING.plus(HOUR)))
                        .when(toInsurer().at(MORNING.plus(HOUR))))
                .get(0);
        BreachAlert beyond = alerts(given(permitted("consent-1", "client-0001", "employer-1"))
                        .when(toInsurer()))
                .get(0);

        assertThat(over.summary()).contains("after the consent to it had run out");
        assertThat(over.evidence()).containsExactly(0L, 1L);
        assertThat(beyond.summary()).contains("beyond what the client has agreed to");
        assertThat(beyond.evidence()).containsExactly(0L, 1L);
    }

    @Test
    void raisesACriticalAlertWhenConsentWasRevokedBeforeTheDisclosure() {
        BreachAlert alert = alerts(given(permitted("consent-1", "client-0001"), revoked("consent-1", "client-0001"))
                        .when(toInsurer()))
                .get(0);

        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.evidence()).containsExactly(1L, 2L);
        assertThat(alert.summary()).contains("after the consent to it had been revoked");
    }

    @Test
    void permitsWhatWasDisclosedBeforeTheRevocationThoughItWasReportedAfterIt() {
        assertThat(alerts(given(
                                permitted("consent-1", "client-0001").at(MORNING),
                                revoked("consent-1", "client-0001").at(MORNING.plus(HOUR)))
                        .when(toInsurer().at(MORNING.plus(HOUR).minusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void isNotCriticalWhereARevokedConsentWouldNotHaveCoveredItAnyway() {
        assertThat(alerts(given(
                                        permitted("consent-1", "client-0001", "employer-1"),
                                        revoked("consent-1", "client-0001"))
                                .when(toInsurer()))
                        .get(0)
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void permitsByAnotherConsentWhenOneWasRevoked() {
        assertThat(alerts(given(
                                permitted("consent-1", "client-0001"),
                                permitted("consent-2", "client-0001"),
                                revoked("consent-1", "client-0001"))
                        .when(toInsurer())))
                .isEmpty();
    }

    @Test
    void doesNotRevokeAnotherClientsConsentOfTheSameName() {
        assertThat(alerts(given(permitted("consent-1", "client-0001"), revoked("consent-1", "client-0002"))
                        .when(toInsurer())))
                .isEmpty();
    }

    @Test
    void takesANarrowerStatementInPlaceOfAWiderOne() {
        Story story = given(permitted("consent-1", "client-0001"), permitted("consent-1", "client-0001", "employer-1"))
                .when(toInsurer().at(MORNING), toInsurer());

        assertThat(story.findings(RULE).stream().map(Finding::index)).containsExactly(3L);
    }

    @Test
    void judgesClientByClientAndRaisesOneAlertAnEntry() {
        Story story = given(permitted("consent-1", "client-0001"))
                .when(permitted("consent-2", "client-0002"), revoked("consent-2", "client-0002"))
                .when(disclosed("insurer-1", "client-0003", "client-0001", "client-0002"));

        assertThat(alerts(story)).hasSize(1);
        assertThat(alerts(story).get(0).clients()).containsExactly(client("client-0002"), client("client-0003"));
        assertThat(alerts(story).get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alerts(story).get(0).evidence()).containsExactly(2L, 3L);
        assertThat(story.found(RULE)).containsExactly(client("client-0002"), client("client-0003"));
    }

    @Test
    void doesNotJudgeADisclosureThatFailed() {
        assertThat(alerts(given(toInsurer().ending(Outcome.FAILURE)))).isEmpty();
    }
}
