package io.seenby.manifests.render;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@code kustomization.yaml}. What is not here, the renderer does not know, and it says so.
 *
 * @param resources files, or folders with a kustomization of their own
 */
record Kustomization(String apiVersion, String kind, List<String> resources, List<Patch> patches, List<Image> images) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Kustomization {
        resources = list(resources);
        patches = list(patches);
        images = list(images);
    }

    /** Either a file with strategic patches, or RFC 6902 operations in place for what {@code target} selects. */
    record Patch(Optional<String> path, Optional<String> patch, Optional<Target> target) {}

    record Target(Optional<String> kind, Optional<String> name, Optional<String> namespace) {

        boolean selects(ObjectNode resource) {
            return kind.map(resource.path("kind").asText()::equals).orElse(true)
                    && name.map(resource.path("metadata").path("name").asText()::equals)
                            .orElse(true)
                    && namespace
                            .map(resource.path("metadata").path("namespace").asText()::equals)
                            .orElse(true);
        }
    }

    record Image(
            String name,
            @JsonProperty("newName") Optional<String> newName,
            @JsonProperty("newTag") Optional<String> newTag,
            Optional<String> digest) {}

    static Kustomization in(Path folder) {
        Path file = folder.resolve("kustomization.yaml");
        List<ObjectNode> documents = Yaml.documents(file);
        if (documents.size() != 1) {
            throw new IllegalArgumentException(file + ": one document is expected.");
        }
        try {
            return MAPPER.registerModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module())
                    .treeToValue(documents.get(0), Kustomization.class);
        } catch (JsonProcessingException unknown) {
            throw new IllegalArgumentException(file + ": " + unknown.getOriginalMessage(), unknown);
        }
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
