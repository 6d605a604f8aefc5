package io.seenby.access.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.EventType;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;

/** The words that the tests of this package are written in. */
final class Given {

    static final Instant RECEIVED = Instant.parse("2026-03-02T10:15:30Z");

    static final List<String> AUDIT_EVENTS = List.of(
            "AuditEvent-example-disclosure",
            "AuditEvent-example-login",
            "AuditEvent-example-media",
            "AuditEvent-example-rest",
            "AuditEvent-example-search");

    static final List<String> CONSENTS =
            List.of("Consent-consent-example-basic", "Consent-consent-example-notOrg", "Consent-consent-example-Out");

    static final String EMERGENCY = "Consent-consent-example-Emergency";

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private Given() {}

    static ObjectNode official(String name) {
        return (ObjectNode) json("/fhir/official/" + name + ".json");
    }

    static ObjectNode expectedReport(String name) {
        return (ObjectNode) json("/fhir/reports/" + name + ".json");
    }

    private static JsonNode json(String path) {
        try (InputStream file = Objects.requireNonNull(Given.class.getResourceAsStream(path), path)) {
            return read(file.readAllBytes());
        } catch (IOException unreadable) {
            return fail(path, unreadable);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return FhirJson.read(json);
        } catch (MalformedJson wrong) {
            return fail("the test's own JSON is not JSON", wrong);
        }
    }

    static JsonNode read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** As a FHIR client library would send it. */
    static JsonNode sent(Resource resource) {
        return read(R4.newJsonParser().encodeResourceToString(resource));
    }

    static Mapping mapped(JsonNode resource) {
        return ResourceMapping.of(resource, RECEIVED);
    }

    /** The report that the resource becomes; valid, or the test fails. */
    static ObjectNode report(JsonNode resource) {
        return switch (mapped(resource)) {
            case Mapping.Report report -> {
                assertThat(violations(report.json())).isEmpty();
                yield report.json();
            }
            case Mapping.Refused refused -> fail("refused: " + refused.flaws());
        };
    }

    static ObjectNode report(Resource resource) {
        return report(sent(resource));
    }

    /** The flaws that the resource is refused for. */
    static List<Flaw> flaws(JsonNode resource) {
        return switch (mapped(resource)) {
            case Mapping.Report report -> fail("became " + report.json().path("type"));
            case Mapping.Refused refused -> {
                assertThat(refused.flaws()).isNotEmpty();
                yield refused.flaws();
            }
        };
    }

    static List<Flaw> flaws(Resource resource) {
        return flaws(sent(resource));
    }

    static List<?> violations(ObjectNode report) {
        return Validator.violations(
                ReportShapes.of(EventType.ofWire(report.path("type").asText())), report);
    }
}
