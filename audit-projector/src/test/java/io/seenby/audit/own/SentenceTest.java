package io.seenby.audit.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.events.Action;
import io.seenby.events.Channel;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientKind;
import io.seenby.events.WireCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MOMENT = Instant.parse("2026-03-03T10:15:59.999Z");

    private static String of(String value) throws Exception {
        return Sentence.of(Access.of(MOMENT, JSON.readTree(value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"actor":{"kind":"workforce","department":"cardiology","role":"nurse"},"action":"read","record":{"type":"laboratory-report"},"purpose":"treatment"} | somebody of the cardiology department, as nurse, opened your laboratory report, for treatment.
            {"actor":{"kind":"workforce","role":"registered-nurse"},"action":"read","record":{"type":"DiagnosticReport"},"purpose":"treatment"} | somebody of the staff, as registered nurse, opened your diagnostic report, for treatment.
            {"actor":{"kind":"contractor","department":"billing_team"},"action":"export","record":{"type":"account"},"purpose":"payment"} | a contractor of the billing team department exported your account, for payment.
            {"actor":{"kind":"service"},"action":"print","record":{"type":"unspecified"}} | a computer system printed information about you, without a stated reason.
            {"actor":{"kind":"client"},"action":"search","purpose":"client-request"} | you or another client found you in a search, at a client's request.
            {"actor":{"kind":"workforce"},"action":"read","record":{"type":"chart"},"outcome":"failure","purpose":"support"} | somebody of the staff tried to open your chart without success, for technical support.
            {"actor":{"kind":"workforce"},"action":"denied","attempted":"export","record":{"type":"chart"},"outcome":"failure"} | somebody of the staff tried to export your chart and was refused, without a stated reason.
            {"actor":{"kind":"workforce"},"action":"read","record":{"type":"chart"},"breakGlass":true,"purpose":"treatment"} | somebody of the staff opened your chart, for treatment, by emergency access.
            {"actor":{"kind":"workforce"},"action":"read","record":{"type":"chart"},"breakGlass":true,"purpose":"break-glass"} | somebody of the staff opened your chart, by emergency access.
            {"actor":{"kind":"workforce"},"action":"disclose","recipient":{"kind":"public-body"},"channel":"paper","purpose":"legal-process"} | somebody of the staff passed on information about you to a public body on paper, for legal proceedings.
            {"actor":{"kind":"workforce"},"action":"disclose","recipient":{},"channel":"e-mail","outcome":"failure","purpose":"other"} | somebody of the staff tried to pass on information about you to a recipient outside by e-mail without success, for another reason.
            """)
    void saysItPlainly(String value, String sentence) throws Exception {
        assertThat(of(value)).isEqualTo("On 3 March 2026 at 10:15 UTC " + sentence);
    }

    @Test
    void namesNobodyWhateverElseTheEntrySays() throws Exception {
        assertThat(of("""
                {"actor":{"kind":"workforce","ref":"REF-OF-ACTOR","tokens":{"surname":"TOKEN"}},"action":"disclose",
                 "record":{"ref":"REF-OF-RECORD","type":"chart"},"recipient":{"ref":"REF-OF-RECIPIENT"},
                 "publisher":"PUBLISHER","session":"SESSION","eventId":"EVENT"}""")).doesNotContain("REF", "TOKEN", "PUBLISHER", "SESSION", "EVENT");
    }

    @Test
    void saysEachPurposeActionChannelAndRecipientInItsOwnWords() throws Exception {
        differ("{\"actor\":{\"kind\":\"workforce\"},\"action\":\"%s\"}", WireCode.names(Action.class), "");
        differ(
                "{\"actor\":{\"kind\":\"workforce\"},\"action\":\"read\",\"purpose\":\"%s\"}",
                WireCode.names(Purpose.class), "");
        differ(
                "{\"actor\":{\"kind\":\"workforce\"},\"action\":\"disclose\",\"channel\":\"%s\"}",
                WireCode.names(Channel.class), "passed on");
        differ(
                "{\"actor\":{\"kind\":\"workforce\"},\"action\":\"disclose\",\"recipient\":{\"kind\":\"%s\"}}",
                WireCode.names(RecipientKind.class), "passed on");
    }

    private static void differ(String value, List<String> codes, String part) throws Exception {
        Set<String> sentences = new HashSet<>();
        for (String code : codes) {
            sentences.add(of(value.formatted(code)));
        }
        assertThat(sentences)
                .hasSameSizeAs(codes)
                .allSatisfy(each -> assertThat(each).contains(part));
    }
}
