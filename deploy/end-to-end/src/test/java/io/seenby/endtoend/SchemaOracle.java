package io.seenby.endtoend;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a report is one, by the schemas that access-service serves and a validator that is not ours. */
final class SchemaOracle {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final RunningSystem system;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();

    SchemaOracle(RunningSystem system) {
        this.system = system;
    }

    /** Why it is none; empty if it is one. */
    synchronized Optional<String> against(byte[] report) throws IOException, InterruptedException {
        JsonNode tree;
        try {
            tree = STRICT.readTree(report);
        } catch (IOException noJson) {
            return Optional.of(String.valueOf(noJson.getMessage()));
        }
        String type = tree.path("type").asText();
        Schema schema = schemas.get(type);
        if (schema == null) {
            schema = registry.getSchema(system.get(system.access.url() + "/schemas/" + type + ".json"));
            schemas.put(type, schema);
        }
        String errors = schema.validate(tree.toString(), InputFormat.JSON).toString();
        return Optional.of(errors).filter(text -> !text.equals("[]"));
    }
}
