package io.seenby.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** No secret stands in a manifest: what is called one comes from a Secret. */
final class NoSecrets implements Rule {

    private static final Pattern CALLED_SECRET =
            Pattern.compile("(?i).*(password|secret|token|jaas|private)(?!.*(url|file)).*");
    private static final Pattern LOOKS_SECRET = Pattern.compile("(?s).*(-----BEGIN|password=|AKIA[0-9A-Z]{12}).*");

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        for (Resource resource : cluster.resources()) {
            for (JsonNode list : resource.tree().findValues("env")) {
                list.forEach(entry -> judge(
                        resource,
                        entry.path("name").asText(),
                        entry.path("value").asText(),
                        broken));
            }
            if (resource.kind().equals("ConfigMap")) {
                resource.tree()
                        .path("data")
                        .properties()
                        .forEach(entry ->
                                judge(resource, entry.getKey(), entry.getValue().asText(), broken));
            }
        }
        return broken;
    }

    private static void judge(Resource in, String name, String value, List<String> broken) {
        if (givesAway(name, value)) {
            broken.add(in.label() + " holds the secret " + name + " in clear.");
        }
    }

    static boolean givesAway(String name, String value) {
        return !value.isEmpty()
                && (CALLED_SECRET.matcher(name).matches()
                        || LOOKS_SECRET.matcher(value).matches());
    }
}
