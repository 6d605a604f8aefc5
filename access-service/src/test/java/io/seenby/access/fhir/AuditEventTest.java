package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of an AuditEvent decide. */
class AuditEventTest {

    private final AuditEvent event = Balp.patientRead();

    private ObjectNode typed(String type, String subtype) {
        event.setType(Balp.code(Codes.DCM, type)).setSubtype(List.of(Balp.code(Codes.DCM, subtype)));
        return Given.report(event);
    }

    @ParameterizedTest
    @CsvSource({
        "110100, 110120, seenby.record-read.v1",
        "110101, 110137, seenby.record-read.v1",
        "110102, x, seenby.record-exported.v1",
        "110103, x, seenby.record-read.v1",
        "110104, x, seenby.record-exported.v1",
        "110105, x, seenby.record-read.v1",
        "110106, x, seenby.information-disclosed.v1",
        "110107, x, seenby.record-read.v1",
        "110110, x, seenby.record-read.v1",
        "110112, ITI-9, seenby.clients-searched.v1",
        "110113, 110127, seenby.record-read.v1",
        "110114, 110122, seenby.actor-authenticated.v1",
        "110114, 110123, seenby.actor-authenticated.v1",
    })
    void meansTheEventThatDicomMeans(String type, String subtype, String expected) {
        assertThat(typed(type, subtype).path("type").asText()).isEqualTo(expected);
    }

    @Test
    void tellsALogoutFromALogin() {
        assertThat(typed("110114", "110122").path("step").asText()).isEqualTo("login");
        assertThat(typed("110114", "110123").path("step").asText()).isEqualTo("logout");
    }

    @Test
    void flagsAnEmergencyOverrideAndABreakGlassPurpose() {
        assertThat(typed("110113", "110127").path("breakGlass").asBoolean()).isTrue();
        AuditEvent read = Balp.patientRead();
        assertThat(Given.report(read).has("breakGlass")).isFalse();
        read.addPurposeOfEvent(Balp.concept("http://terminology.hl7.org/CodeSystem/v3-ActReason", "BTG"));
        assertThat(Given.report(read).path("breakGlass").asBoolean()).isTrue();
    }

    @Test
    void refusesAnEventOfTheSystemThatTouchedNothing() {
        event.setEntity(List.of()).setType(Balp.code(Codes.DCM, "110108"));
        assertThat(Given.flaws(event)).extracting(Flaw::expression).containsExactly("AuditEvent.type");
    }

    @Test
    void recordsAnEventOfATypeNobodyKnowsByWhatItTouched() {
        event.setType(Balp.code("https://ehr.example.org/events", "chart opened"))
                .setSubtype(List.of());
        ObjectNode report = Given.report(event);
        assertThat(report.path("type").asText()).isEqualTo("seenby.record-read.v1");
        assertThat(report.path("operation").asText()).isEqualTo("read");
    }

    @Test
    void recordsAReadThatNamesNothingAsUnspecified() {
        event.setEntity(List.of());
        ObjectNode report = Given.report(event);
        assertThat(report.at("/record/type").asText()).isEqualTo("unspecified");
        assertThat(report.has("clients")).isFalse();
    }

    @Test
    void recordsPaperAsAPrintAndOtherMediaAsAnExport() {
        event.setType(Balp.code(Codes.DCM, "110106")).setSubtype(List.of());
        event.getAgent().get(0).setMedia(Balp.code(Codes.DCM, "110038"));
        assertThat(Given.report(event).path("type").asText()).isEqualTo("seenby.record-printed.v1");
        event.getAgent().get(0).setMedia(Balp.code(Codes.DCM, "110030"));
        ObjectNode export = Given.report(event);
        assertThat(export.path("type").asText()).isEqualTo("seenby.record-exported.v1");
        assertThat(export.path("format").asText()).isEqualTo("110030");
    }

    @Test
    void recordsADisclosureThatNamesNobodyAsAnExport() {
        AuditEvent disclosure = Balp.disclosureAtSource();
        disclosure.getEntity().removeFirst();
        assertThat(Given.report(disclosure).path("type").asText()).isEqualTo("seenby.record-exported.v1");
    }

    @Test
    void namesAllRecipientsOfADisclosure() {
        AuditEvent disclosure = Balp.disclosureAtSource();
        disclosure
                .addAgent()
                .setType(Balp.concept(Codes.DCM, "110152"))
                .setWho(new Reference().setDisplay("Broker"))
                .setRequestor(false);
        assertThat(Given.report(disclosure).at("/recipient/name").asText()).isEqualTo("Insurer; Broker");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP 403,               seenby.access-denied.v1",
        "Access denied by policy, seenby.access-denied.v1",
        "Not authorised,         seenby.access-denied.v1",
        "Connection reset,       seenby.record-read.v1",
        ",                       seenby.record-read.v1"
    })
    void tellsARefusalFromABreakdownByWhatTheOutcomeSays(String said, String expected) {
        event.setOutcome(AuditEventOutcome._8).setOutcomeDesc(said);
        ObjectNode report = Given.report(event);
        assertThat(report.path("type").asText()).isEqualTo(expected);
        assertThat(report.path("outcome").asText(""))
                .isEqualTo(said == null || said.startsWith("Conn") ? "failure" : "");
    }

    @Test
    void readsARefusalFromAContainedOperationOutcome() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.FORBIDDEN);
        outcome.setId("o1");
        event.setOutcome(AuditEventOutcome._4).addContained(outcome);
        event.addEntity().setWhat(new Reference("#o1"));
        ObjectNode report = Given.report(event);
        assertThat(report.path("type").asText()).isEqualTo("seenby.access-denied.v1");
        assertThat(report.path("reason").asText()).isEqualTo("forbidden");
        assertThat(report.at("/record/id").asText()).isEqualTo("Observation/o1");
    }

    @Test
    void keepsAFailedLoginAsALoginThatFailed() {
        event.setOutcome(AuditEventOutcome._4).setOutcomeDesc("password refused");
        ObjectNode report = typed("110114", "110122");
        assertThat(report.path("type").asText()).isEqualTo("seenby.actor-authenticated.v1");
        assertThat(report.path("outcome").asText()).isEqualTo("failure");
    }

    @Test
    void knowsAPatientWhoLooksAtTheirOwnRecordAsTheClient() {
        event.getAgent().getLast().setWho(new Reference("https://ehr.example.org/fhir/Patient/client-0012"));
        ObjectNode report = Given.report(event);
        assertThat(report.at("/actor/kind").asText()).isEqualTo("client");
        assertThat(report.at("/actor/id")).isEqualTo(report.at("/clients/0/id"));
    }

    @Test
    void namesAContainedPatientByItsIdentifierAndNeverByItsPlace() {
        Patient patient = new Patient().addIdentifier(new Identifier().setValue("mrn-77"));
        patient.setId("p1");
        event.addContained(patient);
        event.getEntity().get(1).setWhat(new Reference("#p1"));
        assertThat(Given.report(event).at("/clients/0/id").asText()).isEqualTo("mrn-77");
    }

    @Test
    void namesEachClientOnceHoweverOftenItIsReferredTo() {
        event.getEntity().get(0).setWhat(new Reference("Patient/client-0012/_history/3"));
        ObjectNode report = Given.report(event);
        assertThat(report.path("clients")).hasSize(1);
        assertThat(report.at("/record/id").asText()).isEqualTo("Patient/client-0012");
    }

    @Test
    void happenedWhenItsPeriodStartedIfThatHasATime() {
        event.getPeriod().setStartElement(new DateTimeType("2026-03-02T08:30:00+01:00"));
        assertThat(Given.report(event).path("occurredAt").asText()).isEqualTo("2026-03-02T08:30:00+01:00");
        event.getPeriod().setStartElement(new DateTimeType("2026-03-02"));
        assertThat(Given.report(event).path("occurredAt").asText()).isEqualTo("2026-03-02T09:00:00.250Z");
    }

    @Test
    void takesUnknownPurposesAsOtherAndNarrowerOnesAsTheirWiderOne() {
        var user = event.getAgent().getLast();
        user.setPurposeOfUse(List.of(new CodeableConcept(Balp.code("https://ehr.example.org/why", "TREAT"))));
        assertThat(Given.report(event).path("purpose").asText()).isEqualTo("other");
        user.setPurposeOfUse(List.of(Balp.concept("http://terminology.hl7.org/CodeSystem/v3-ActReason", "ETREAT")));
        assertThat(Given.report(event).path("purpose").asText()).isEqualTo("treatment");
        user.setPurposeOfUse(List.of());
        assertThat(Given.report(event).has("purpose")).isFalse();
    }

    @Test
    void givesAResentEventTheSameIdentityHoweverItIsWrittenDown() {
        var resource = Given.sent(event);
        String spaced = resource.toPrettyString();
        assertThat(Given.report(Given.read(spaced))).isEqualTo(Given.report(resource));
        event.setOutcomeDesc("another");
        assertThat(Given.report(event).path("eventId"))
                .isNotEqualTo(Given.report(resource).path("eventId"));
    }
}
