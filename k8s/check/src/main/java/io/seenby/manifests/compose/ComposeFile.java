package io.seenby.manifests.compose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file with its anchors and merges resolved; the {@code x-} parts that they come from are kept. */
record ComposeFile(ObjectNode tree) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Throws {@link IllegalArgumentException} if it is no mapping. */
    static ComposeFile parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded = new Yaml(new SafeConstructor(options)).load(text);
        if (JSON.valueToTree(loaded) instanceof ObjectNode tree) {
            return new ComposeFile(tree);
        }
        throw new IllegalArgumentException("a compose file is a mapping");
    }

    ObjectNode services() {
        return tree.withObject("services");
    }

    /** What the schema of the Compose Specification says against it. */
    List<String> againstTheSchema() {
        try (InputStream schema = ComposeFile.class.getResourceAsStream("/compose-spec.json")) {
            if (schema == null) {
                throw new IllegalStateException("compose-spec.json is missing");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(tree.toString(), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
