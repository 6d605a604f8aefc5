package io.seenby.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every ConfigMap, Secret, key, account, claim and target that is named is there, in the same namespace. */
final class References implements Rule {

    /** Fields that name a Secret, and perhaps one key of it. */
    private static final List<String> SECRET_FIELDS =
            List.of("secretKeyRef", "passwordSecret", "accessKeyId", "secretAccessKey", "secretRef");

    @Override
    public List<String> broken(Cluster cluster) {
        Map<String, Set<String>> secrets = SecretKeys.of(cluster);
        Map<String, Set<String>> maps = configMaps(cluster);
        List<String> broken = new ArrayList<>();
        for (Resource resource : cluster.resources()) {
            ObjectNode tree = resource.tree();
            SECRET_FIELDS.forEach(field ->
                    each(tree, field).forEach(ref -> require(resource, "Secret", ref, "name", secrets, broken)));
            each(tree, "secret")
                    .forEach(ref -> require(
                            resource, "Secret", ref, ref.has("secretName") ? "secretName" : "name", secrets, broken));
            eachOf(tree, "secretTargetRef").forEach(ref -> require(resource, "Secret", ref, "name", secrets, broken));
            eachOf(tree, "configMapTargetRef")
                    .forEach(ref -> require(resource, "ConfigMap", ref, "name", maps, broken));
            for (String field : List.of("configMapRef", "configMapKeyRef")) {
                each(tree, field).forEach(ref -> require(resource, "ConfigMap", ref, "name", maps, broken));
            }
            each(tree, "persistentVolumeClaim")
                    .forEach(ref -> find(cluster, resource, "PersistentVolumeClaim", ref.path("claimName"), broken));
            each(tree, "scaleTargetRef")
                    .forEach(ref -> find(cluster, resource, "Deployment", ref.path("name"), broken));
            each(tree, "authenticationRef")
                    .forEach(ref -> find(cluster, resource, "TriggerAuthentication", ref.path("name"), broken));
            tree.findValues("serviceAccountName")
                    .forEach(name -> find(cluster, resource, "ServiceAccount", name, broken));
            tree.findValues("barmanObjectName").forEach(name -> find(cluster, resource, "ObjectStore", name, broken));
            mounts(resource, broken);
        }
        return broken;
    }

    private static Map<String, Set<String>> configMaps(Cluster cluster) {
        Map<String, Set<String>> maps = new HashMap<>();
        cluster.ofKind("ConfigMap").forEach(map -> {
            Set<String> keys = new TreeSet<>();
            map.tree().path("data").fieldNames().forEachRemaining(keys::add);
            maps.put(map.namespace() + "/" + map.name(), keys);
        });
        return maps;
    }

    /** All mappings of that field's name, at any depth. */
    private static List<JsonNode> each(ObjectNode tree, String field) {
        return tree.findValues(field).stream().filter(JsonNode::isObject).toList();
    }

    private static List<JsonNode> eachOf(ObjectNode tree, String field) {
        List<JsonNode> items = new ArrayList<>();
        tree.findValues(field).forEach(list -> list.forEach(items::add));
        return items;
    }

    private static void require(
            Resource in, String kind, JsonNode ref, String field, Map<String, Set<String>> there, List<String> broken) {
        String name = ref.path(field).asText();
        Optional<Set<String>> keys = Optional.ofNullable(there.get(in.namespace() + "/" + name));
        if (keys.isEmpty()) {
            broken.add("%s names the %s %s, which nobody makes.".formatted(in.label(), kind, name));
            return;
        }
        List<String> wanted = new ArrayList<>();
        if (ref.has("key")) {
            wanted.add(ref.path("key").asText());
        }
        ref.path("items").forEach(item -> wanted.add(item.path("key").asText()));
        wanted.stream()
                .filter(key -> !keys.get().contains(key))
                .forEach(key -> broken.add(
                        "%s names the key %s of %s %s, which has none.".formatted(in.label(), key, kind, name)));
    }

    private static void find(Cluster cluster, Resource in, String kind, JsonNode name, List<String> broken) {
        if (cluster.find(kind, in.namespace(), name.asText()).isEmpty()) {
            broken.add("%s names the %s %s, which is not there.".formatted(in.label(), kind, name.asText()));
        }
    }

    private static void mounts(Resource resource, List<String> broken) {
        for (JsonNode pod : resource.tree().findParents("containers")) {
            Set<String> volumes = new TreeSet<>(pod.path("volumes").findValuesAsText("name"));
            for (JsonNode list : pod.findValues("volumeMounts")) {
                list.forEach(mount -> {
                    if (!volumes.contains(mount.path("name").asText())) {
                        broken.add("%s mounts %s, which is no volume of it."
                                .formatted(resource.label(), mount.path("name").asText()));
                    }
                });
            }
        }
    }
}
