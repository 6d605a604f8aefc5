package io.seenby.manifests.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Lays a patch over a resource: mappings are merged, {@code null} takes away, lists are replaced, except the lists of pods,
 * whose items are found by their key (Kubernetes' strategic merge patch).
 */
final class StrategicMerge {

    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "volumes", "name",
            "env", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort");

    /** Only these kinds have pods; the lists of others are replaced whole. */
    private static final List<String> WITH_PODS = List.of("Deployment", "StatefulSet", "Job");

    private final boolean pods;

    private StrategicMerge(boolean pods) {
        this.pods = pods;
    }

    static void lay(ObjectNode patch, ObjectNode over) {
        new StrategicMerge(WITH_PODS.contains(over.path("kind").asText())).merge(patch, over);
    }

    private void merge(ObjectNode patch, ObjectNode over) {
        patch.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            JsonNode old = over.path(name);
            if (value.isNull()) {
                over.remove(name);
            } else if (value instanceof ObjectNode more && old instanceof ObjectNode there) {
                merge(more, there);
            } else if (pods
                    && KEYS.containsKey(name)
                    && value instanceof ArrayNode more
                    && old instanceof ArrayNode there) {
                mergeByKey(more, there, KEYS.get(name));
            } else {
                over.set(name, value.deepCopy());
            }
        });
    }

    private void mergeByKey(ArrayNode more, ArrayNode there, String key) {
        for (JsonNode item : more) {
            JsonNode same = null;
            for (JsonNode old : there) {
                if (old.path(key).equals(item.path(key))) {
                    same = old;
                }
            }
            if (same instanceof ObjectNode found && item instanceof ObjectNode patch) {
                merge(patch, found);
            } else {
                there.add(item.deepCopy());
            }
        }
    }
}
