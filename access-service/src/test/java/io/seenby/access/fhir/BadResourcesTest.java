package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no resource, no R4, or more than the ledger holds. */
class BadResourcesTest {

    private static final ObjectNode READ = Given.official("AuditEvent-example-rest");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                  | Resource",
                "[]                                                  | Resource",
                "`\"AuditEvent\"`                                    | Resource",
                "{\"resourceType\":\"Patient\"}                      | Resource",
                "{\"resourceType\":7}                                | Resource",
                "{\"resourceType\":\"AuditEvent\"}                   | AuditEvent.type",
                "{\"resourceType\":\"Consent\"}                      | Consent.status",
                "{\"resourceType\":\"AuditEvent\",\"type\":[]}       | AuditEvent.type",
                "{\"resourceType\":\"AuditEvent\",\"agent\":{}}      | AuditEvent.agent",
                "{\"resourceType\":\"AuditEvent\",\"who\":\"x\"}     | AuditEvent.who",
                "{\"resourceType\":\"AuditEvent\",\"implicitRules\":\"urn:x\"} | AuditEvent.implicitRules",
            })
    void isRefusedWhereItIsWrong(String json, String expression) {
        assertThat(Given.flaws(Given.read(json))).extracting(Flaw::expression).contains(expression);
    }

    @Test
    void isRefusedWithoutRecordedOrAgent() {
        ObjectNode untimed = READ.deepCopy();
        untimed.remove("recorded");
        assertThat(Given.flaws(untimed)).extracting(Flaw::expression).containsExactly("AuditEvent.recorded");
        ObjectNode nobody = READ.deepCopy();
        nobody.remove("agent");
        nobody.remove("source");
        assertThat(Given.flaws(nobody)).extracting(Flaw::expression).containsExactly("AuditEvent.agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "yesterday", "", "1312-06-20T23:42:24Z", "+292278-01-01T00:00:00Z"})
    void isRefusedForAMomentThatIsNone(String recorded) {
        assertThat(Given.flaws(READ.deepCopy().put("recorded", recorded))).isNotEmpty();
    }

    @Test
    void isRefusedForAnElementOfAnotherVersion() {
        ObjectNode r5 = READ.deepCopy();
        r5.putArray("category").addObject().put("text", "rest");
        assertThat(Given.flaws(r5)).extracting(Flaw::expression).containsExactly("AuditEvent.category");
    }

    @Test
    void isRefusedForAModifierThatNobodyUnderstands() {
        ObjectNode modified = READ.deepCopy();
        ((ObjectNode) modified.at("/agent/0"))
                .putArray("modifierExtension")
                .addObject()
                .put("url", "urn:not")
                .put("valueBoolean", true);
        assertThat(Given.flaws(modified).getFirst().pointer()).isEqualTo("/agent/0/modifierExtension");
    }

    @Test
    void isRefusedForTextThatCannotBeStored() {
        ObjectNode nul = READ.deepCopy();
        ((ObjectNode) nul.at("/agent/0")).put("name", "a\0b");
        assertThat(Given.flaws(nul).getFirst().pointer()).isEqualTo("/agent/0/name");
        ObjectNode lone = READ.deepCopy();
        lone.put("outcomeDesc", "\uD800");
        assertThat(Given.flaws(lone).getFirst().pointer()).isEqualTo("/outcomeDesc");
    }

    @Test
    void isRefusedWhenLongerThanAnOriginalMayBe() {
        ObjectNode long_ = READ.deepCopy();
        long_.put("outcomeDesc", "x".repeat(ResourceMapping.LONGEST_ORIGINAL));
        assertThat(Given.flaws(long_)).extracting(Flaw::kind).containsExactly(Flaw.Kind.TOO_LONG);
    }

    @Test
    void isRefusedForAnIdThatWouldHaveToBeCut() {
        ObjectNode longId = READ.deepCopy();
        ((ObjectNode) longId.at("/agent/0/who/identifier")).put("value", "x".repeat(257));
        assertThat(Given.flaws(longId).getFirst().message())
                .contains("actor id")
                .contains("257");
    }

    @Test
    void isRefusedForMorePatientsThanAReadMayName() {
        AuditEvent crowd = Balp.patientRead();
        IntStream.range(0, 101).forEach(i -> crowd.addEntity().setWhat(new Reference("Patient/p" + i)));
        assertThat(Given.flaws(crowd).getFirst().message()).contains("clients").contains("100");
    }

    @Test
    void neverQuotesWhatWasSent() {
        ObjectNode secret = READ.deepCopy();
        secret.put("recorded", "SECRET");
        secret.put("SECRETelement", 1);
        assertThat(Given.flaws(secret)).extracting(Flaw::message).noneMatch(message -> message.contains("SECRET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<AuditEvent xmlns='http://hl7.org/fhir'/>", "", "{", "{\"a\":1,\"a\":2}", "{} {}", "NaN"})
    void isNotEvenJson(String text) {
        assertThatThrownBy(() -> FhirJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void isNotReadWhenNestedTooDeep() {
        String deep =
                IntStream.range(0, 40).mapToObj(i -> "{\"a\":").collect(Collectors.joining()) + "1" + "}".repeat(40);
        assertThatThrownBy(() -> FhirJson.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJson.class);
    }
}
