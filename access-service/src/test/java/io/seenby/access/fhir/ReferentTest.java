package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References as ids. */
class ReferentTest {

    @ParameterizedTest
    @CsvSource({
        "Patient/1,                                        Patient/1, Patient",
        "Patient/1/_history/2,                             Patient/1, Patient",
        "https://ehr.example/fhir/Patient/1,               Patient/1, Patient",
        "http://ehr.example:8080/a/b/Patient/1/_history/2, Patient/1, Patient",
        "urn:uuid:0c3f,                                    urn:uuid:0c3f,",
        "Patient?identifier=x,                             Patient?identifier=x,",
        "https://people.example/ann,                       https://people.example/ann,",
        "#p1,                                              ,"
    })
    void reducesALiteralReferenceToTypeAndId(String reference, String literal, String type) {
        Referent referent = Referent.of(new Reference(reference));
        assertThat(referent.literal().orElse(null)).isEqualTo(literal);
        assertThat(referent.type().orElse(null)).isEqualTo(type);
    }
}
