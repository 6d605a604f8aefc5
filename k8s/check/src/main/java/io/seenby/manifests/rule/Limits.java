package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.seenby.manifests.model.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Requests and limits of both, and as much memory requested as allowed: a JVM sized for the limit must get it. */
final class Limits implements Rule {

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        cluster.workloads()
                .forEach(workload -> workload.containers()
                        .forEach(container -> faults(container)
                                .forEach(fault ->
                                        broken.add(workload.label() + "/" + container.getName() + " " + fault + "."))));
        return broken;
    }

    private static List<String> faults(Container container) {
        ResourceRequirements resources =
                Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new);
        Map<String, Quantity> requests = Objects.requireNonNullElse(resources.getRequests(), Map.of());
        Map<String, Quantity> limits = Objects.requireNonNullElse(resources.getLimits(), Map.of());
        List<String> faults = new ArrayList<>();
        for (String what : List.of("cpu", "memory")) {
            if (!requests.containsKey(what)) {
                faults.add("requests no " + what);
            }
            if (!limits.containsKey(what)) {
                faults.add("has no limit of " + what);
            }
        }
        if (!Objects.equals(requests.get("memory"), limits.get("memory"))) {
            faults.add("requests less memory than it may use");
        }
        return faults;
    }
}
