package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Finds what FHIR forbids to pass over unless it is understood: modifier extensions and implicit rules. */
final class Modifiers {

    private Modifiers() {}

    /** FHIRPath of the first. */
    static Optional<String> in(JsonNode resource, String expression) {
        return resource.has("implicitRules")
                ? Optional.of(expression + ".implicitRules")
                : extension(resource, expression);
    }

    private static Optional<String> extension(JsonNode node, String expression) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String place = expression + "." + member.getKey();
            if (member.getKey().equals("modifierExtension")) {
                return Optional.of(place);
            }
            Optional<String> found = extension(member.getValue(), place);
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> found = extension(node.get(i), expression + "[" + i + "]");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
