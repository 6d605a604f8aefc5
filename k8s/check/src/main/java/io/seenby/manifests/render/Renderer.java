package io.seenby.manifests.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders a folder with a {@code kustomization.yaml} as {@code kubectl kustomize} would. */
public final class Renderer {

    private Renderer() {}

    /** All resources, as they would be applied. Throws {@link IllegalArgumentException} for what it does not understand. */
    public static List<ObjectNode> render(Path folder) {
        Kustomization kustomization = Kustomization.in(folder);
        List<ObjectNode> resources = new ArrayList<>();
        for (String each : kustomization.resources()) {
            Path path = folder.resolve(each).normalize();
            resources.addAll(Files.isDirectory(path) ? render(path) : Yaml.documents(path));
        }
        kustomization.patches().forEach(patch -> apply(patch, folder, resources));
        kustomization.images().forEach(image -> resources.forEach(resource -> rename(image, resource)));
        return resources;
    }

    private static void apply(Kustomization.Patch patch, Path folder, List<ObjectNode> resources) {
        patch.path()
                .ifPresent(file -> Yaml.documents(folder.resolve(file))
                        .forEach(each -> StrategicMerge.lay(each, theOne(each, resources, file))));
        patch.patch().ifPresent(operations -> {
            Kustomization.Target target =
                    patch.target().orElseThrow(() -> new IllegalArgumentException("A patch in place needs a target."));
            resources.stream()
                    .filter(target::selects)
                    .forEach(resource -> Yaml.tree(operations).forEach(operation -> replace(operation, resource)));
        });
    }

    private static ObjectNode theOne(ObjectNode patch, List<ObjectNode> resources, String file) {
        return resources.stream()
                .filter(resource -> identity(resource).equals(identity(patch)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(file + " patches what is not there: " + identity(patch)));
    }

    static List<String> identity(ObjectNode resource) {
        JsonNode metadata = resource.path("metadata");
        return List.of(
                resource.path("apiVersion").asText(),
                resource.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
    }

    /** RFC 6902, of which only "replace" is needed. */
    private static void replace(JsonNode operation, ObjectNode resource) {
        String path = operation.path("path").asText();
        int last = path.lastIndexOf('/');
        JsonNode parent = resource.at(path.substring(0, last));
        if (!operation.path("op").asText().equals("replace")
                || resource.at(path).isMissingNode()) {
            throw new IllegalArgumentException("not a replacement of what is there: " + operation);
        }
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(path.substring(last + 1)), operation.path("value"));
        } else if (parent instanceof ObjectNode mapping) {
            mapping.set(path.substring(last + 1), operation.path("value"));
        }
    }

    private static void rename(Kustomization.Image image, ObjectNode resource) {
        for (JsonNode spec : resource.findParents("containers")) {
            for (String list : List.of("containers", "initContainers")) {
                for (JsonNode container : spec.path(list)) {
                    String now = container.path("image").asText();
                    if (now.equals(image.name()) || now.startsWith(image.name() + ":")) {
                        ((ObjectNode) container).put("image", renamed(image, now));
                    }
                }
            }
        }
    }

    private static String renamed(Kustomization.Image image, String now) {
        String name = image.newName().orElse(image.name());
        String tag = now.substring(image.name().length());
        return image.digest()
                .map(digest -> name + "@" + digest)
                .orElseGet(
                        () -> name + image.newTag().map(newTag -> ":" + newTag).orElse(tag));
    }
}
