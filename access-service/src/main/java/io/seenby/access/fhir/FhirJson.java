package io.seenby.access.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resources as JSON trees and back. FHIR's decimals keep their digits (1.0 is not 1.00), so they are read exactly.
 */
final class FhirJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .nodeFactory(NODES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

    private FhirJson() {}

    /** Refuses all that {@link StrictJson} refuses. */
    static JsonNode read(byte[] bytes) throws MalformedJson {
        StrictJson.read(bytes);
        try {
            return READER.readTree(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("what has been read once can be read again", impossible);
        }
    }

    /**
     * The one text of a resource, whoever wrote it down: members in order of their names and no white space, as FHIR
     * signs it (http://hl7.org/fhir/canonicalization/json). No name, value or digit is lost.
     */
    static String canonical(JsonNode resource) {
        try {
            return MAPPER.writeValueAsString(sorted(resource));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree can be written", impossible);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return NODES.objectNode().setAll(members);
        }
        if (node.isArray()) {
            var items = NODES.arrayNode(node.size());
            node.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return node;
    }
}
