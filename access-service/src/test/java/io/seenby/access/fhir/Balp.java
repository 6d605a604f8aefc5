package io.seenby.access.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/** AuditEvents after the profiles of IHE Basic Audit Log Patterns 1.1, as a FHIR library builds them. */
final class Balp {

    static final String BASE = "https://ehr.example.org/fhir/";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private Balp() {}

    static AuditEvent patientRead() {
        AuditEvent event = rest("read", AuditEventAction.R, "110152", "110153");
        data(event, "Observation/o1").addSecurityLabel(code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "PSY"));
        patient(event, "Patient/client-0012");
        transaction(event);
        return event;
    }

    static AuditEvent patientCreate() {
        AuditEvent event = rest("create", AuditEventAction.C, "110153", "110152");
        data(event, "Observation/o2");
        patient(event, "Patient/client-0012");
        return event;
    }

    static AuditEvent patientUpdate() {
        AuditEvent event = rest("update", AuditEventAction.U, "110153", "110152");
        data(event, "Observation/o2/_history/7");
        patient(event, "Patient/client-0012");
        return event;
    }

    static AuditEvent patientDelete() {
        AuditEvent event = rest("delete", AuditEventAction.D, "110150", "none");
        event.getAgent()
                .get(1)
                .setType(concept("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "custodian"));
        data(event, "Observation/o2");
        patient(event, "Patient/client-0012");
        return event;
    }

    static AuditEvent patientQuery(String request) {
        AuditEvent event = rest("search-type", AuditEventAction.E, "110153", "110152");
        event.addEntity()
                .setType(code(ENTITY_TYPE, "2"))
                .setRole(code(ROLE, "24"))
                .setQuery(request.getBytes(StandardCharsets.UTF_8));
        patient(event, "Patient/client-0012");
        return event;
    }

    static AuditEvent disclosureAtSource() {
        AuditEvent event = disclosure("110106", AuditEventAction.R);
        event.getSource().getObserver().setDisplay("gateway.example.org");
        return event;
    }

    static AuditEvent disclosureAtRecipient() {
        AuditEvent event = disclosure("110107", AuditEventAction.C);
        event.getSource().setObserver(new Reference("Organization/insurer"));
        return event;
    }

    static AuditEvent decision(AuditEventOutcome outcome) {
        AuditEvent event = new AuditEvent()
                .setType(code(Codes.DCM, "110113"))
                .addSubtype(code(Meaning.AUTHORISATION, "AuthZ-Consent"))
                .setAction(AuditEventAction.E)
                .setRecordedElement(new InstantType("2026-03-02T09:00:00.250Z"))
                .setOutcome(outcome);
        event.getSource().setObserver(new Reference("Device/authz"));
        user(event);
        event.addAgent()
                .setType(concept(Agents.SECURITY_ROLE, "authserver"))
                .setWho(new Reference("Device/authz"))
                .setRequestor(false);
        patient(event, "Patient/client-0012");
        event.addEntity()
                .setType(code("http://hl7.org/fhir/resource-types", "Consent"))
                .setWhat(new Reference("Consent/c1"));
        return event;
    }

    private static AuditEvent rest(String subtype, AuditEventAction action, String clientRole, String serverRole) {
        AuditEvent event = new AuditEvent()
                .setType(code(Meaning.AUDIT_EVENT_TYPE, "rest"))
                .addSubtype(code(Meaning.INTERACTION, subtype))
                .setAction(action)
                .setRecordedElement(new InstantType("2026-03-02T09:00:00.250Z"))
                .setOutcome(AuditEventOutcome._0);
        event.getSource().setObserver(new Reference().setDisplay(BASE));
        network(
                event.addAgent()
                        .setType(concept(Codes.DCM, clientRole))
                        .setWho(new Reference().setDisplay("ward-app"))
                        .setRequestor(false),
                "10.1.2.3");
        network(
                event.addAgent()
                        .setType(concept(Codes.DCM, serverRole))
                        .setWho(new Reference().setDisplay(BASE))
                        .setRequestor(false),
                BASE);
        user(event);
        return event;
    }

    private static AuditEvent disclosure(String type, AuditEventAction action) {
        AuditEvent event = new AuditEvent()
                .setType(code(Codes.DCM, type))
                .addSubtype(code(Meaning.LIFECYCLE, "disclose"))
                .setAction(action)
                .setRecordedElement(new InstantType("2026-03-02T09:00:00Z"))
                .setOutcome(AuditEventOutcome._0)
                .addPurposeOfEvent(
                        new CodeableConcept(code(ACT_REASON, "HPAYMT").setDisplay("healthcare payment")));
        network(
                event.addAgent()
                        .setType(concept(Codes.DCM, "110153"))
                        .setWho(new Reference("Organization/hospital").setDisplay("Hospital"))
                        .setRequestor(false),
                "gateway.example.org");
        network(
                event.addAgent()
                        .setType(concept(Codes.DCM, "110152"))
                        .setWho(new Reference("Organization/insurer").setDisplay("Insurer"))
                        .setRequestor(false),
                "claims.example.net");
        user(event);
        patient(event, "Patient/client-0012");
        event.addEntity()
                .setType(code(ENTITY_TYPE, "2"))
                .setRole(code(ROLE, "3"))
                .setWhat(new Reference("DocumentReference/invoice-9"))
                .setDescription("Invoice");
        event.addEntity()
                .setType(code("http://hl7.org/fhir/resource-types", "Consent"))
                .setWhat(new Reference("Consent/c1"));
        return event;
    }

    private static void user(AuditEvent event) {
        AuditEventAgentComponent user = event.addAgent()
                .setType(concept(Agents.PARTICIPATION, "IRCP"))
                .setName("Nurse 07")
                .setRequestor(true)
                .addRole(concept("https://ehr.example.org/roles", "ward nurse"))
                .addPurposeOfUse(concept(ACT_REASON, "TREAT"));
        user.getWho().getIdentifier().setSystem("https://idp.example.org").setValue("nurse-07");
    }

    private static AuditEvent.AuditEventEntityComponent data(AuditEvent event, String id) {
        return event.addEntity()
                .setType(code(ENTITY_TYPE, "2"))
                .setRole(code(ROLE, "4"))
                .setWhat(new Reference(BASE + id));
    }

    private static void patient(AuditEvent event, String id) {
        event.addEntity()
                .setType(code(ENTITY_TYPE, "1"))
                .setRole(code(ROLE, "1"))
                .setWhat(new Reference(BASE + id));
    }

    private static void transaction(AuditEvent event) {
        AuditEvent.AuditEventEntityComponent entity = event.addEntity();
        entity.setType(code("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId"));
        entity.getWhat().getIdentifier().setValue("req-8812");
    }

    private static void network(AuditEventAgentComponent agent, String address) {
        agent.getNetwork().setAddress(address).setType(AuditEventAgentNetworkType._1);
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().setCoding(List.of(code(system, code)));
    }

    static Coding code(String system, String code) {
        return new Coding().setSystem(system).setCode(code);
    }
}
