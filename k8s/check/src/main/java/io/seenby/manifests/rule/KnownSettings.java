package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every variable that a program is given is one that it reads: a misspelt one would be a default in silence. */
final class KnownSettings implements Rule {

    private final KnownNames names;

    KnownSettings(KnownNames names) {
        this.names = names;
    }

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        for (Workload workload : cluster.workloads()) {
            workload.containers()
                    .forEach(container -> given(container, workload.namespace(), cluster).stream()
                            .filter(variable -> !names.knows(program(container), variable))
                            .forEach(variable -> broken.add("%s/%s is given %s, which %s does not read."
                                    .formatted(workload.label(), container.getName(), variable, program(container)))));
        }
        return broken;
    }

    /** The last part of the image's name. */
    private static String program(Container container) {
        String image = container.getImage().replaceAll("[:@][^/]*$", "");
        return image.substring(image.lastIndexOf('/') + 1);
    }

    private static Set<String> given(Container container, String namespace, Cluster cluster) {
        Set<String> given = new TreeSet<>();
        container.getEnv().forEach(variable -> given.add(variable.getName()));
        container.getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .flatMap(source -> cluster
                        .find("ConfigMap", namespace, source.getConfigMapRef().getName())
                        .stream())
                .forEach(map -> given.addAll(((ConfigMap) map.typed()).getData().keySet()));
        return given;
    }
}
