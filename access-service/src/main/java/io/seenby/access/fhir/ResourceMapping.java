package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.EventType;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;

/**
 * A FHIR R4 resource becomes a report, or is refused with all its flaws. Pure: the same resource at the same moment
 * gives the same report. Never throws, whatever the JSON holds, as long as it is no deeper than {@link FhirJson} reads.
 */
final class ResourceMapping {

    /** What a report may hold as its {@code original}, in code points. */
    static final int LONGEST_ORIGINAL = 60_000;

    /** What any report may have in bytes; the original stands in it as an escaped text, beside what is taken from it. */
    static final int LARGEST_REPORT = 64 * 1024;

    private ResourceMapping() {}

    /** @param receivedAt stands in where a resource does not say when, which only a revoked Consent may omit */
    static Mapping of(JsonNode resource, Instant receivedAt) {
        String type = resource.path("resourceType").asText("");
        return switch (type) {
            case "AuditEvent" -> mapped(resource, AuditEvent.class, AuditEventReport::of);
            case "Consent" -> mapped(resource, Consent.class, consent -> ConsentReport.of(consent, receivedAt));
            case "" -> refused(Flaw.Kind.STRUCTURE, "Resource", "has no resourceType: it is no FHIR resource");
            default -> refused(Flaw.Kind.NOT_SUPPORTED, "Resource", "is neither an AuditEvent nor a Consent");
        };
    }

    private static <R extends Resource> Mapping mapped(
            JsonNode resource, Class<R> type, Function<R, Mapping> ofResource) {
        String name = type.getSimpleName();
        Optional<String> unstorable = Unstorable.in(resource, name);
        if (unstorable.isPresent()) {
            return refused(Flaw.Kind.VALUE, unstorable.get(), "must not contain U+0000 or a lone surrogate");
        }
        Optional<String> modifier = Modifiers.in(resource, name);
        if (modifier.isPresent()) {
            return refused(
                    Flaw.Kind.NOT_SUPPORTED,
                    modifier.get(),
                    "may change what the resource means, so it must" + " be understood, and is not");
        }
        String original = FhirJson.canonical(resource);
        if (original.codePointCount(0, original.length()) > LONGEST_ORIGINAL) {
            return refused(
                    Flaw.Kind.TOO_LONG, name, "is longer than " + LONGEST_ORIGINAL + " characters without white space");
        }
        Mapping mapping = Resources.read(type, original, ofResource, Mapping.Refused::new);
        return switch (mapping) {
            case Mapping.Report report -> checked(name, complete(report.json(), original));
            case Mapping.Refused refused -> refused;
        };
    }

    private static ObjectNode complete(ObjectNode report, String original) {
        String occurredAt = report.path("occurredAt").asText("");
        report.put("eventId", EventIdentity.of(original, occurredAt));
        report.put("original", original);
        return report;
    }

    /** What is right as FHIR may still not fit: ids past 256 characters, a hundred and one patients, the year 1312. */
    private static Mapping checked(String name, ObjectNode report) {
        if (CanonicalJson.write(report).length > LARGEST_REPORT) {
            return refused(Flaw.Kind.TOO_LONG, name, "makes a report of more than " + LARGEST_REPORT + " bytes");
        }
        EventType type = EventType.ofWire(report.path("type").asText());
        List<Violation> violations = Validator.violations(ReportShapes.of(type), report);
        return violations.isEmpty()
                ? new Mapping.Report(report)
                : new Mapping.Refused(violations.stream()
                        .map(wrong -> new Flaw(
                                Flaw.Kind.VALUE,
                                name,
                                "cannot be kept: "
                                        + wrong.pointer().replace("/", " ").strip() + " " + wrong.message()))
                        .toList());
    }

    private static Mapping refused(Flaw.Kind kind, String expression, String message) {
        return new Mapping.Refused(new Flaw(kind, expression, message));
    }
}
