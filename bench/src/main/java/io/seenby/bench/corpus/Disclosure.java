package io.seenby.bench.corpus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Fills in what a disclosure tells beyond who and when. */
public final class Disclosure {
    private Disclosure() {}

    /** A whole report of a disclosure that nothing permits, no consent either: it must raise an alert. */
    public static ReportLine breach(Organisation organisation, int number, Instant occurredAt) {
        var report = JsonNodeFactory.instance
                .objectNode()
                .put("type", "")
                .put("eventId", ReportLine.eventId("breach", number))
                .put("occurredAt", occurredAt.toString());
        report.set("actor", Organisation.actor(number % organisation.actors()));
        withoutBasis(report, organisation.clientWithoutConsent(number));
        return ReportLine.of(report);
    }

    static void forTreatment(ObjectNode report, int client) {
        disclosed(report, client).put("purpose", "treatment").put("legalBasis", "hipaa-treatment");
    }

    static void byConsent(ObjectNode report, int client) {
        disclosed(report, client)
                .put("purpose", "client-request")
                .put("legalBasis", "hipaa-authorisation")
                .put("consent", Organisation.consent(client));
    }

    static void withoutBasis(ObjectNode report, int client) {
        disclosed(report, client).put("purpose", "operations");
    }

    private static ObjectNode disclosed(ObjectNode report, int client) {
        report.put("type", "seenby.information-disclosed.v1")
                .put("channel", "portal")
                .put("secured", true);
        report.putArray("clients").add(Organisation.client(client));
        report.set("record", Organisation.record(client, 1));
        report.putObject("recipient")
                .put("name", "Clinic %02d".formatted(client % 40))
                .put("kind", "organisation");
        return report;
    }
}
