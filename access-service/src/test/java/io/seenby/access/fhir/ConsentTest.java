package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Which Consents become which fact, and which are refused; the shapes are those of FHIR's own examples. */
class ConsentTest {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String ACTION = "http://terminology.hl7.org/CodeSystem/consentaction";

    private final Consent consent = consent();
    private final ProvisionComponent provision = consent.getProvision();

    private static Consent consent() {
        Consent consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setScope(Balp.concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
                .setPatient(new Reference("Patient/client-0012"))
                .setDateTimeElement(new DateTimeType("2026-03-02T08:00:00+01:00"))
                .setPolicyRule(Balp.concept(ACT_CODE, "OPTIN"));
        consent.setId("c1");
        return consent;
    }

    private void actor(String role, String reference) {
        provision
                .addActor()
                .setRole(Balp.concept(Agents.PARTICIPATION, role))
                .setReference(new Reference(reference).setDisplay("Clinic"));
    }

    private List<String> refusedAt() {
        return Given.flaws(consent).stream().map(Flaw::expression).toList();
    }

    @Test
    void keepsAllTermsOfATypedProvision() {
        provision
                .setType(ConsentProvisionType.PERMIT)
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType("2026"))
                        .setEndElement(new DateTimeType("2027-02")));
        provision.addPurpose(Balp.code(ACT_REASON, "HRESCH"));
        provision.addClass_(Balp.code("http://hl7.org/fhir/resource-types", "Observation"));
        provision.addAction(Balp.concept(ACTION, "disclose"));
        actor("CST", "Organization/own");
        actor("PRCP", "Organization/f001");
        ObjectNode report = Given.report(consent);
        report.remove(List.of("original", "eventId"));
        assertThat(report).isEqualTo(Given.read("""
                {"type":"seenby.consent-granted.v1","clients":[{"id":"Patient/client-0012"}],
                 "consent":"Consent/c1","occurredAt":"2026-03-02T08:00:00+01:00","decision":"permit",
                 "recordTypes":["Observation"],"purposes":["research"],
                 "recipients":[{"id":"Organization/f001","name":"Clinic","kind":"organisation"}],
                 "from":"2026-01-01T00:00:00Z","until":"2027-03-01T00:00:00Z"}
                """));
    }

    @Test
    void takesAnOptInWithoutProvisionAsPermission() {
        assertThat(Given.report(consent).path("decision").asText()).isEqualTo("permit");
    }

    @Test
    void refusesAnUntypedProvisionThatMayBeAnExceptionToTheOptIn() {
        actor("PRCP", "Practitioner/f204");
        assertThat(refusedAt()).containsExactly("Consent.provision.type");
    }

    @Test
    void refusesAnUntypedProvisionThatMayBeAnExceptionToTheOptOut() {
        consent.setPolicyRule(Balp.concept(ACT_CODE, "OPTOUT"));
        actor("CST", "Organization/f001");
        actor("PRCP", "Patient/example");
        assertThat(refusedAt()).containsExactly("Consent.provision.type");
    }

    @Test
    void refusesAnOptInAboutACustodianBecauseItMayWithhold() {
        actor("CST", "Organization/f001");
        assertThat(refusedAt()).containsExactly("Consent.provision.type");
    }

    @Test
    void refusesConditionsThatNoRuleCanTest() {
        provision
                .setType(ConsentProvisionType.DENY)
                .setDataPeriod(new Period().setEndElement(new DateTimeType("2015")));
        provision.addData().setMeaning(ConsentDataMeaning.RELATED).setReference(new Reference("Task/example3"));
        provision.addSecurityLabel(Balp.code(ACT_CODE, "PSY"));
        provision.addCode(Balp.concept("http://loinc.org", "34133-9"));
        provision.addProvision().setType(ConsentProvisionType.PERMIT);
        assertThat(refusedAt())
                .containsExactlyInAnyOrder(
                        "Consent.provision.dataPeriod",
                        "Consent.provision.data",
                        "Consent.provision.securityLabel",
                        "Consent.provision.code",
                        "Consent.provision.provision");
    }

    @Test
    void refusesANarrowerPurposeRatherThanWidenThePermission() {
        provision.setType(ConsentProvisionType.PERMIT).addPurpose(Balp.code(ACT_REASON, "ETREAT"));
        assertThat(refusedAt()).containsExactly("Consent.provision.purpose[0]");
    }

    @Test
    void refusesAConsentThatOnlyLetsCorrect() {
        provision.setType(ConsentProvisionType.PERMIT).addAction(Balp.concept(ACTION, "correct"));
        assertThat(refusedAt()).containsExactly("Consent.provision.action");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItStarts() {
        provision
                .setType(ConsentProvisionType.PERMIT)
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType("2026-02-01"))
                        .setEndElement(new DateTimeType("2026-01-01")));
        assertThat(refusedAt()).containsExactly("Consent.provision.period");
    }

    @Test
    void refusesWhatIsNotYetInForceOrNotAboutInformation() {
        consent.setStatus(ConsentState.PROPOSED);
        assertThat(refusedAt()).containsExactly("Consent.status");
        consent.setStatus(ConsentState.ACTIVE)
                .setScope(Balp.concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"));
        assertThat(refusedAt()).containsExactly("Consent.scope");
    }

    @Test
    void refusesAConsentWithoutPatientIdOrDateByName() {
        Consent bare = new Consent().setStatus(ConsentState.ACTIVE).setPolicyRule(Balp.concept(ACT_CODE, "OPTIN"));
        assertThat(Given.flaws(bare))
                .extracting(Flaw::expression)
                .containsExactlyInAnyOrder("Consent.patient", "Consent.id", "Consent.dateTime");
    }

    @Test
    void revokesFromTheMomentItWasLastChanged() {
        consent.setStatus(ConsentState.INACTIVE)
                .getMeta()
                .setLastUpdatedElement(new InstantType("2026-02-01T12:00:00Z"));
        ObjectNode report = Given.report(consent);
        assertThat(report.path("type").asText()).isEqualTo("seenby.consent-revoked.v1");
        assertThat(report.path("consent").asText()).isEqualTo("Consent/c1");
        assertThat(report.path("occurredAt").asText()).isEqualTo("2026-02-01T12:00:00Z");
    }

    @Test
    void revokesFromTheMomentItIsHeardOfIfNobodySaysWhen() {
        consent.setStatus(ConsentState.ENTEREDINERROR);
        ObjectNode report = Given.report(consent);
        assertThat(report.path("occurredAt").asText()).isEqualTo(Given.RECEIVED.toString());
        assertThat(report.path("reason").asText()).isEqualTo("entered-in-error");
    }

    @Test
    void namesRecipientAndConsentAsADisclosureDoes() {
        provision.setType(ConsentProvisionType.PERMIT);
        actor("PRCP", "https://ehr.example.org/fhir/Organization/insurer");
        ObjectNode granted = Given.report(consent);
        ObjectNode disclosed = Given.report(Balp.disclosureAtSource());
        assertThat(granted.at("/recipients/0/id")).isEqualTo(disclosed.at("/recipient/id"));
        assertThat(granted.path("consent")).isEqualTo(disclosed.path("consent"));
        assertThat(granted.at("/clients/0/id")).isEqualTo(disclosed.at("/clients/0/id"));
    }
}
