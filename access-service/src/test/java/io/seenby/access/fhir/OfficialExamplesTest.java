package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that HL7 publishes with FHIR R4, against the reports they are to become. */
class OfficialExamplesTest {

    static Stream<String> mappable() {
        return Stream.concat(Given.AUDIT_EVENTS.stream(), Given.CONSENTS.stream());
    }

    @ParameterizedTest
    @MethodSource("mappable")
    void becomesTheExpectedReport(String name) {
        ObjectNode report = Given.report(Given.official(name));
        report.remove("original");
        assertThat(report).isEqualTo(Given.expectedReport(name));
    }

    @ParameterizedTest
    @MethodSource("mappable")
    void keepsTheWholeResourceAsOriginal(String name) {
        ObjectNode report = Given.report(Given.official(name));
        assertThat(Given.read(report.path("original").asText())).isEqualTo(Given.official(name));
    }

    @Test
    void refusesTheEmergencyConsentForItsExceptionsAndItsUnclearStance() {
        List<Flaw> flaws = Given.flaws(Given.official(Given.EMERGENCY));
        assertThat(flaws)
                .extracting(Flaw::expression)
                .containsExactlyInAnyOrder(
                        "Consent.provision.provision", "Consent.provision.type", "Consent.provision.purpose[0]");
    }
}
