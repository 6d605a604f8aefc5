package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.EventType;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final String CANARY = "canary-client-name";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'a':1,'a':2}                  | has a key twice in one object",
                "{'canary-client-name':1,'canary-client-name':1} | has a key twice in one object",
                "[{'x':{'a':1,'b':2,'a':null}}] | has a key twice in one object",
                "{'a':1,'\\u0061':2}            | has a key twice in one object",
                "{} {}                          | goes on after its end",
                "{}]                            | is not JSON",
                "{} canary-client-name          | is not JSON",
                "[1,2                           | ends too early",
                "{'a':'canary-client-name       | ends too early",
                "{'a':                          | ends too early",
                "nul                            | is not JSON",
                "canary-client-name             | is not JSON",
                "{canary-client-name:1}         | is not JSON",
                "{'a':1,}                       | is not JSON",
                "[1,]                           | is not JSON",
                "[NaN]                          | is not JSON",
                "[Infinity]                     | is not JSON",
                "[01]                           | is not JSON",
                "[+1]                           | is not JSON",
                "[.5]                           | is not JSON",
                "['canary-client-name\\x']      | is not JSON",
                "['canary-client-name\\u12']    | is not JSON",
                "// canary-client-name          | is not JSON",
                "[123456789012345678901]        | has a number, name or text too long",
                "[1.2345678901234567890123]     | has a number, name or text too long",
            })
    void saysWhatIsWrongAndQuotesNothing(String quotedSingly, String reason) {
        assertThat(malformed(bytes(quotedSingly.strip().replace('\'', '"')))).hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r "})
    void refusesNothingAtAll(String nothing) {
        assertThat(malformed(bytes(nothing))).hasMessage("is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "C0AF, overlong slash",
        "C1BF, overlong",
        "E08080, overlong of three bytes",
        "F0808080, overlong of four bytes",
        "EDA080EDB080, surrogates as in CESU-8",
        "EDA080, lone surrogate",
        "C3, truncated before the quote",
        "E282, truncated",
        "F09F98, truncated",
        "80, continuation without a start",
        "FF, never in UTF-8",
        "F4908080, beyond U+10FFFF"
    })
    void refusesBytesThatAreNotUtf8AndTellsWhere(String hex, String why) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(bytes("[\"" + CANARY));
        text.write(HexFormat.of().parseHex(hex));
        text.write(bytes("\"]"));

        MalformedJson malformed = malformed(text.toByteArray());

        assertThat(malformed).as(why).hasMessage("is not UTF-8");
        assertThat(malformed.offset()).as(why).isEqualTo(2 + CANARY.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void refusesOtherEncodings(String charset) {
        assertThat(malformed("{\"a\":1}".getBytes(Charset.forName(charset)))).hasMessage("is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void refusesAByteOrderMark(String charset) {
        assertThat(malformed("\ufeff{\"a\":1}".getBytes(Charset.forName(charset)))
                        .getMessage())
                .isIn("is not JSON", "is not UTF-8");
    }

    @Test
    void readsSixteenLevelsAndNotSeventeen() throws MalformedJson {
        assertThat(StrictJson.read(bytes("[".repeat(16) + "]".repeat(16))).isArray())
                .isTrue();
        assertThat(malformed(bytes("[".repeat(17) + "]".repeat(17)))).hasMessage("is nested deeper than 16");
        assertThat(malformed(bytes("{\"a\":".repeat(17) + "1" + "}".repeat(17))))
                .hasMessage("is nested deeper than 16");
        assertThat(malformed(bytes("[".repeat(100_000)))).hasMessage("is nested deeper than 16");
    }

    @Test
    void refusesTextAndNamesThatAreTooLong() {
        assertThat(malformed(bytes("[\"" + "x".repeat(200_001) + "\"]")))
                .hasMessage("has a number, name or text too long");
        assertThat(malformed(bytes("{\"" + "x".repeat(10_000) + "\":1}")))
                .hasMessage("has a number, name or text too long");
    }

    @Test
    void hugeNumbersAreReadAndRefusedByTheShape() throws MalformedJson {
        for (String huge : new String[] {"99999999999999999999", "-99999999999999999999", "1e999", "1e-999", "-0.0"}) {
            assertThat(violations(report("\"sequence\":" + huge)))
                    .extracting(Violation::pointer)
                    .containsExactly("/sequence");
        }
    }

    @Test
    void escapesOfLoneSurrogatesAreReadAndRefusedByTheShape() throws MalformedJson {
        for (String lone : new String[] {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud83dx"}) {
            assertThat(violations(report("\"justification\":\"" + lone + "\"")))
                    .containsExactly(new Violation("/justification", "must not contain U+0000 or a lone surrogate"));
        }
        assertThat(violations(report("\"justification\":\"\\ud83d\\ude00\""))).isEmpty();
    }

    @Test
    void tellsAtWhichByteTheFaultIs() {
        assertThat(malformed(bytes("{\"é\":1,x")).offset()).isBetween(8L, 9L);
    }

    private static MalformedJson malformed(byte[] bytes) {
        MalformedJson malformed = catchThrowableOfType(MalformedJson.class, () -> StrictJson.read(bytes));
        assertThat(malformed).isNotNull();
        assertThat(malformed.getMessage()).doesNotContain("canary");
        assertThat(malformed.getCause()).isNull();
        return malformed;
    }

    private static List<Violation> violations(String report) throws MalformedJson {
        JsonNode read = StrictJson.read(bytes(report));
        return Validator.violations(ReportShapes.of(EventType.RECORD_READ), read);
    }

    private static String report(String property) {
        return """
                {"type":"seenby.record-read.v1","eventId":"e-1","occurredAt":"2026-03-04T10:15:30Z",\
                "actor":{"id":"nurse-07","kind":"workforce"},"record":{"type":"chart","id":"7"},%s}""".formatted(property);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
