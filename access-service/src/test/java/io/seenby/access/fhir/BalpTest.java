package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events after IHE BALP, as a FHIR library sends them. */
class BalpTest {

    private static void assertReport(ObjectNode report, String expected) {
        report.remove("original");
        report.remove("eventId");
        assertThat(report).isEqualTo(Given.read(expected));
    }

    @Test
    void readsWhoReadWhatOfWhomWhenAndWhy() {
        assertReport(Given.report(Balp.patientRead()), """
                {"type":"seenby.record-read.v1","occurredAt":"2026-03-02T09:00:00.250Z",
                 "actor":{"id":"nurse-07","kind":"workforce","name":"Nurse 07","role":"other"},
                 "clients":[{"id":"Patient/client-0012"}],"purpose":"treatment","operation":"read",
                 "record":{"type":"Observation","id":"Observation/o1","labels":["PSY"]}}
                """);
    }

    @Test
    void keepsCreateUpdateAndDeleteApartByOperation() {
        assertThat(Given.report(Balp.patientCreate()).path("operation").asText())
                .isEqualTo("create");
        ObjectNode update = Given.report(Balp.patientUpdate());
        assertThat(update.path("operation").asText()).isEqualTo("update");
        assertThat(update.at("/record/id").asText()).isEqualTo("Observation/o2");
        ObjectNode delete = Given.report(Balp.patientDelete());
        assertThat(delete.path("operation").asText()).isEqualTo("delete");
        assertThat(delete.at("/actor/id").asText()).isEqualTo("nurse-07");
    }

    @ParameterizedTest
    @CsvSource({"read,ward-app", "create,ward-app", "delete,ward-app", "query,ward-app"})
    void putsAnEventWithoutUserDownToTheClientApplication(String interaction, String application) {
        AuditEvent event = switch (interaction) {
            case "read" -> Balp.patientRead();
            case "create" -> Balp.patientCreate();
            case "delete" -> Balp.patientDelete();
            default -> Balp.patientQuery("GET Observation?code=x");
        };
        event.getAgent().removeLast();
        JsonNode actor = Given.report(event).path("actor");
        assertThat(actor.path("id").asText()).isEqualTo(application);
        assertThat(actor.path("kind").asText()).isEqualTo("service");
    }

    @Test
    void readsTheAttributesAndTermsOfASearch() {
        AuditEvent event = Balp.patientQuery(
                "GET https://ehr.example.org/fhir/Patient?family=O%27Hara&birthdate=ge1970&_count=10");
        assertReport(Given.report(event), """
                {"type":"seenby.clients-searched.v1","occurredAt":"2026-03-02T09:00:00.250Z",
                 "actor":{"id":"nurse-07","kind":"workforce","name":"Nurse 07","role":"other"},
                 "clients":[{"id":"Patient/client-0012"}],"purpose":"treatment","operation":"search-type",
                 "query":"GET https://ehr.example.org/fhir/Patient?family=O%27Hara&birthdate=ge1970&_count=10",
                 "fields":["family","birthdate"],"terms":["O'Hara","ge1970"]}
                """);
    }

    @Test
    void recordsADisclosureWithRecipientConsentAndPurpose() {
        assertReport(Given.report(Balp.disclosureAtSource()), """
                {"type":"seenby.information-disclosed.v1","occurredAt":"2026-03-02T09:00:00Z",
                 "actor":{"id":"nurse-07","kind":"workforce","name":"Nurse 07","role":"other"},
                 "clients":[{"id":"Patient/client-0012"}],"purpose":"treatment",
                 "record":{"type":"DocumentReference","id":"DocumentReference/invoice-9","description":"Invoice"},
                 "recipient":{"id":"Organization/insurer","name":"Insurer","address":"claims.example.net",
                              "kind":"organisation"},
                 "channel":"electronic","what":"Invoice","statement":"TREAT; healthcare payment",
                 "consent":"Consent/c1"}
                """);
    }

    @Test
    void recordsWhatComesInFromOutsideAsReadByTheOneWhoFetchedIt() {
        ObjectNode report = Given.report(Balp.disclosureAtRecipient());
        assertThat(report.path("type").asText()).isEqualTo("seenby.record-read.v1");
        assertThat(report.path("operation").asText()).isEqualTo("import");
        assertThat(report.at("/clients/0/id").asText()).isEqualTo("Patient/client-0012");
        assertThat(report.at("/record/id").asText()).isEqualTo("DocumentReference/invoice-9");
    }

    @Test
    void recordsADeniedDecisionAsAnAccessDenied() {
        ObjectNode report = Given.report(Balp.decision(AuditEventOutcome._8));
        assertThat(report.path("type").asText()).isEqualTo("seenby.access-denied.v1");
        assertThat(report.path("attempted").asText()).isEqualTo("read");
        assertThat(report.at("/actor/id").asText()).isEqualTo("nurse-07");
        assertThat(report.at("/clients/0/id").asText()).isEqualTo("Patient/client-0012");
    }

    @Test
    void refusesAPermissionBecauseItIsNoAccess() {
        assertThat(Given.flaws(Balp.decision(AuditEventOutcome._0)))
                .extracting(Flaw::expression)
                .containsExactly("AuditEvent.subtype");
    }
}
