package io.seenby.core.detection;

import static io.seenby.core.detection.HabitWords.released;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.client;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Channel;
import io.seenby.events.LegalBasis;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsecuredChannelTest {

    private static final String RULE = UnsecuredChannel.NAME;

    private static Happening sent(Channel channel, boolean secured, LegalBasis basis) {
        return released(channel, secured, Optional.empty(), Optional.of(basis), "client-0001");
    }

    @Test
    void showsASensitiveRecordSentInTheOpenWhateverAllowedIt() {
        Story story =
                given(sent(Channel.E_MAIL, false, LegalBasis.HIPAA_TREATMENT).labelled("psychotherapy"));

        assertThat(story.found(RULE)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE).get(0).severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(story.alerts(RULE).get(0).summary())
                .isEqualTo("A sensitive record was sent unsecured (channel e-mail).");
    }

    @Test
    void staysSilentOfWhatIsSecuredOrdinaryOnPaperOrTheClientsOwn() {
        assertThat(given(
                                sent(Channel.E_MAIL, true, LegalBasis.HIPAA_TREATMENT)
                                        .labelled("psychotherapy"),
                                sent(Channel.E_MAIL, false, LegalBasis.HIPAA_TREATMENT),
                                sent(Channel.PAPER, false, LegalBasis.HIPAA_TREATMENT)
                                        .labelled("psychotherapy"),
                                sent(Channel.E_MAIL, false, LegalBasis.HIPAA_TO_INDIVIDUAL)
                                        .labelled("psychotherapy"))
                        .findings(RULE))
                .isEmpty();
    }
}
