package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.Namespace;
import io.seenby.manifests.model.Cluster;
import java.util.List;
import java.util.Objects;

/** Each namespace refuses pods that are not restricted, whoever makes them. */
final class RestrictedNamespaces implements Rule {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Override
    public List<String> broken(Cluster cluster) {
        return cluster.all(Namespace.class).stream()
                .filter(each -> !Objects.equals(each.getMetadata().getLabels().get(ENFORCE), "restricted"))
                .map(each -> "Namespace " + each.getMetadata().getName() + " admits pods that are not restricted.")
                .toList();
    }
}
