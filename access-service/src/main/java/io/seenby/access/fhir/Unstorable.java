package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Finds the first text in a resource that nothing can store: U+0000 and lone surrogates, escaped or not. */
final class Unstorable {

    private Unstorable() {}

    /** FHIRPath of it. */
    static Optional<String> in(JsonNode node, String expression) {
        if (node.isTextual()) {
            return storable(node.textValue()) ? Optional.empty() : Optional.of(expression);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!storable(member.getKey())) {
                return Optional.of(expression);
            }
            Optional<String> found = in(member.getValue(), expression + "." + member.getKey());
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> found = in(node.get(i), expression + "[" + i + "]");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
