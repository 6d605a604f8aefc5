package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.released;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.permitted;
import static io.seenby.core.detection.Words.refused;
import static io.seenby.core.detection.Words.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Channel;
import io.seenby.events.LegalBasis;
import io.seenby.events.RecipientKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicReleaseTest {

    private static final String RULE = PublicRelease.NAME;

    private static Happening posted(LegalBasis basis, String... clients) {
        return released(Channel.SOCIAL_MEDIA, true, Optional.empty(), Optional.of(basis), clients);
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"HIPAA_TREATMENT", "ABA_1_6_B_5", "GDPR_6_1_F", "GLBA_PROCESSING"})
    void showsAPostWhateverElseWouldAllowARelease(LegalBasis basis) {
        Story story = given(posted(basis, "client-0001"));

        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE).get(0).severity()).isEqualTo(BreachAlert.Severity.HIGH);
        assertThat(story.alerts(RULE).get(0).summary())
                .isEqualTo("Information was released to the public (channel social-media) without the client's"
                        + " consent.");
    }

    @ParameterizedTest
    @EnumSource(
            value = LegalBasis.class,
            names = {"COURT_ORDER", "HIPAA_REQUIRED_BY_LAW", "GDPR_6_1_C"})
    void staysSilentWhereALawDemandsIt(LegalBasis basis) {
        assertThat(given(posted(basis, "client-0001")).findings(RULE)).isEmpty();
    }

    @Test
    void theClientMayAgreeToIt() {
        assertThat(given(permitted("consent-1", "client-0001"))
                        .when(posted(LegalBasis.GDPR_6_1_A, "client-0001", "client-0002"))
                        .found(RULE))
                .containsExactly(client("client-0002"));
    }

    @Test
    void aRefusalARevokedConsentAndOneToSomebodyElseAreNone() {
        assertThat(given(
                                refused("consent-1", "client-0001"),
                                permitted("consent-2", "client-0002"),
                                revoked("consent-2", "client-0002"),
                                permitted("consent-3", "client-0003", "insurer-1"))
                        .when(posted(LegalBasis.GDPR_6_1_A, "client-0001", "client-0002", "client-0003"))
                        .found(RULE))
                .hasSize(3);
    }

    @Test
    void judgesThePressAndTheWorldButNoLetterToOnePerson() {
        Optional<LegalBasis> basis = Optional.of(LegalBasis.HIPAA_TREATMENT);
        assertThat(given(
                                released(Channel.MEDIA, true, Optional.empty(), basis, "client-0001"),
                                released(Channel.PAPER, true, Optional.of(RecipientKind.PUBLIC), basis, "client-0002"),
                                released(Channel.PAPER, true, Optional.of(RecipientKind.PERSON), basis, "client-0003"))
                        .found(RULE))
                .containsExactly(client("client-0001"), client("client-0002"));
    }
}
