package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ConsentDecision;
import io.seenby.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;

/**
 * One Consent as a fact: active, it is granted; inactive, rejected or entered in error, it holds no more. What cannot
 * be judged for sure is refused: a permission read too widely would excuse a breach.
 */
final class ConsentReport {

    private final Consent consent;
    private final List<Flaw> flaws = new ArrayList<>(0);

    private ConsentReport(Consent consent) {
        this.consent = consent;
    }

    /** The report lacks its identity and its original: those belong to the resource as a text. */
    static Mapping of(Consent consent, Instant receivedAt) {
        return new ConsentReport(consent).mapping(receivedAt);
    }

    private Mapping mapping(Instant receivedAt) {
        ConsentState state = consent.getStatus();
        if (state == null) {
            return new Mapping.Refused(new Flaw(Flaw.Kind.REQUIRED, "Consent.status", "is required"));
        }
        return switch (state) {
            case ACTIVE -> granted();
            case INACTIVE, REJECTED, ENTEREDINERROR -> revoked(state, receivedAt);
            case DRAFT, PROPOSED, NULL ->
                new Mapping.Refused(new Flaw(
                        Flaw.Kind.BUSINESS_RULE, "Consent.status", "is not in force yet: nothing was consented"));
        };
    }

    private Mapping granted() {
        ObjectNode report = envelope(EventType.CONSENT_GRANTED);
        if (!consent.hasDateTime()) {
            flaws.add(new Flaw(Flaw.Kind.REQUIRED, "Consent.dateTime", "is required: a consent counts from then on"));
        } else {
            report.put("occurredAt", Dates.start(consent.getDateTimeElement()));
        }
        if (Codes.is(consent.getScope(), "http://terminology.hl7.org/CodeSystem/consentscope", "adr", "treatment")) {
            flaws.add(new Flaw(Flaw.Kind.NOT_SUPPORTED, "Consent.scope", "is not about the use of information"));
        }
        ProvisionTerms terms = ProvisionTerms.of(consent, flaws);
        terms.decision().map(ConsentDecision::wire).ifPresent(decision -> report.put("decision", decision));
        setUnlessEmpty(report, "recordTypes", terms.recordTypes());
        setUnlessEmpty(report, "purposes", terms.purposes());
        setUnlessEmpty(report, "recipients", terms.recipients());
        terms.from().ifPresent(from -> report.put("from", from));
        terms.until().ifPresent(until -> report.put("until", until));
        return flaws.isEmpty() ? new Mapping.Report(report) : new Mapping.Refused(flaws);
    }

    /** A Consent tells when it was given, never when it ended: meta.lastUpdated does, else the moment we hear of it. */
    private Mapping revoked(ConsentState state, Instant receivedAt) {
        ObjectNode report = envelope(EventType.CONSENT_REVOKED);
        String ended = consent.getMeta().hasLastUpdated()
                ? Dates.start(consent.getMeta().getLastUpdatedElement())
                : receivedAt.toString();
        report.put("occurredAt", ended);
        report.put("reason", state.toCode());
        return flaws.isEmpty() ? new Mapping.Report(report) : new Mapping.Refused(flaws);
    }

    private ObjectNode envelope(EventType type) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", type.wire());
        Optional<ArrayNode> client = Clients.of(consent.getPatient());
        if (client.isEmpty()) {
            flaws.add(
                    new Flaw(Flaw.Kind.REQUIRED, "Consent.patient", "is required, with a reference or an identifier"));
        }
        client.ifPresent(one -> report.set("clients", one));
        Optional<String> id = id();
        if (id.isEmpty()) {
            flaws.add(new Flaw(
                    Flaw.Kind.REQUIRED, "Consent.id", "or an identifier is required, so that it can be revoked"));
        }
        id.ifPresent(known -> report.put("consent", known));
        return report;
    }

    /** As a reference names it, so that a disclosure can rely on it. */
    private Optional<String> id() {
        return Texts.present(consent.getIdElement().getIdPart())
                .map(id -> "Consent/" + id)
                .or(() -> consent.getIdentifier().stream()
                        .flatMap(identifier -> Texts.present(identifier.getValue()).stream())
                        .findFirst());
    }

    private static void setUnlessEmpty(ObjectNode report, String name, ArrayNode items) {
        if (!items.isEmpty()) {
            report.set(name, items);
        }
    }
}
