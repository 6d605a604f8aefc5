package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What serves is asked whether it has started, lives and is ready, where the programs answer that. */
final class Probes implements Rule {

    private static final Map<String, String> QUARKUS = Map.of(
            "startup", "/q/health/started",
            "liveness", "/q/health/live",
            "readiness", "/q/health/ready");

    /** The witness answers all three in one place. */
    private static final String WITNESS = "/health";

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        cluster.workloads().stream()
                .filter(Workload::serves)
                .forEach(workload -> workload.spec()
                        .getContainers()
                        .forEach(container -> QUARKUS.keySet().stream()
                                .sorted()
                                .forEach(kind -> fault(container, kind)
                                        .ifPresent(fault -> broken.add("%s/%s %s."
                                                .formatted(workload.label(), container.getName(), fault))))));
        return broken;
    }

    private static Optional<String> fault(Container container, String kind) {
        Optional<Probe> probe = Optional.ofNullable(
                switch (kind) {
                    case "startup" -> container.getStartupProbe();
                    case "liveness" -> container.getLivenessProbe();
                    default -> container.getReadinessProbe();
                });
        if (probe.isEmpty() || probe.get().getHttpGet() == null) {
            return Optional.of("has no " + kind + " probe");
        }
        String path = probe.get().getHttpGet().getPath();
        String right = container.getName().equals("witness") ? WITNESS : QUARKUS.getOrDefault(kind, "");
        if (!path.equals(right)) {
            return Optional.of("is asked for its %s at %s and answers at %s".formatted(kind, path, right));
        }
        Object port = probe.get().getHttpGet().getPort().getValue();
        boolean open = container.getPorts().stream()
                .anyMatch(each -> port.equals(each.getName()) || port.equals(each.getContainerPort()));
        return open
                ? Optional.empty()
                : Optional.of("is asked for its " + kind + " at port " + port + ", which it has not");
    }
}
