package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.events.Action;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.ConsentGranted;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the ledger after a FHIR system has reported. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class FhirLedgerTest {

    private static void send(String tenant, String path, String body) {
        var response = Client.publisher(tenant).post(path, "application/fhir+json", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private static List<LedgerEntry> entries(String tenant) {
        return LedgerReader.entries(tenant).stream()
                .filter(entry -> entry.type().family() != EventType.Family.SERVICE)
                .toList();
    }

    @Test
    void namesClientAndRecordAsANativeReportDoesAndKeepsNoTextInClear() {
        Client.openTenant("fhir-refs");
        send(
                "fhir-refs",
                "/fhir/AuditEvent",
                Given.official("AuditEvent-example-rest").toString());
        Client.publisher("fhir-refs").event(Reports.read(Reports.newId(), "Patient/example"));
        List<LedgerEntry> entries = entries("fhir-refs");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).clients()).isEqualTo(entries.get(1).clients());
        assertThat(entries.get(0).action()).contains(Action.READ);
        assertThat(LedgerReader.records("fhir-refs"))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("Grahame"))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("example"));
    }

    @Test
    void givesAResentEventTheSameIdentityAndTag() {
        Client.openTenant("fhir-resend");
        String event = Given.official("AuditEvent-example-disclosure").toString();
        send("fhir-resend", "/fhir/AuditEvent", event);
        send("fhir-resend", "/fhir/AuditEvent", Client.json(event).toPrettyString());
        List<LedgerEntry> entries = entries("fhir-resend");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).eventId()).isEqualTo(entries.get(1).eventId());
        assertThat(entries.get(0).contentTag()).isEqualTo(entries.get(1).contentTag());
    }

    @Test
    void letsADisclosureRelyOnTheConsentThatWasGiven() {
        Client.openTenant("fhir-consent");
        String consent = """
                {"resourceType":"Consent","id":"c1","status":"active","dateTime":"2026-03-01T08:00:00Z",
                 "scope":{"coding":[{"code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],
                 "patient":{"reference":"Patient/client-0012"},
                 "provision":{"type":"permit","actor":[{
                   "role":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
                                      "code":"PRCP"}]},
                   "reference":{"reference":"Organization/insurer"}}]}}""";
        send("fhir-consent", "/fhir/Consent", consent);
        send(
                "fhir-consent",
                "/fhir/AuditEvent",
                Given.sent(Balp.disclosureAtSource()).toString());
        List<LedgerEntry> entries = entries("fhir-consent");
        ConsentGranted granted = (ConsentGranted) entries.get(0).event();
        InformationDisclosed disclosed = (InformationDisclosed) entries.get(1).event();
        assertThat(disclosed.consent()).contains(granted.consent());
        assertThat(disclosed.recipient().ref())
                .isEqualTo(granted.recipients().getFirst().ref());
        assertThat(entries.get(1).clients()).isEqualTo(entries.get(0).clients());
    }
}
