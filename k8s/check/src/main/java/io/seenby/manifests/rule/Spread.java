package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A zone, a node or an administrator who drains one takes down at most one pod of each; and one can always be drained. */
final class Spread implements Rule {

    private static final Set<String> OVER = Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        for (Workload workload : cluster.workloads()) {
            if (workload.serves()) {
                budget(cluster, workload, broken);
            }
            if (workload.resource().typed() instanceof Deployment deployment
                    && !"Recreate".equals(deployment.getSpec().getStrategy().getType())) {
                topology(workload, broken);
            }
        }
        return broken;
    }

    private static void budget(Cluster cluster, Workload workload, List<String> broken) {
        List<PodDisruptionBudget> budgets = cluster.all(PodDisruptionBudget.class).stream()
                .filter(budget -> budget.getMetadata().getNamespace().equals(workload.namespace()))
                .filter(budget -> covers(budget.getSpec().getSelector().getMatchLabels(), workload))
                .toList();
        if (budgets.isEmpty()) {
            broken.add(workload.label() + " has no PodDisruptionBudget.");
        }
        budgets.stream()
                .filter(budget -> budget.getSpec().getMaxUnavailable() == null
                        || !Integer.valueOf(1)
                                .equals(budget.getSpec().getMaxUnavailable().getIntVal()))
                .forEach(budget -> broken.add(workload.label() + " must let one pod go at a time, and no more."));
    }

    private static void topology(Workload workload, List<String> broken) {
        Set<String> over = workload.spec().getTopologySpreadConstraints().stream()
                .filter(each -> covers(each.getLabelSelector().getMatchLabels(), workload))
                .map(each -> each.getTopologyKey())
                .collect(Collectors.toSet());
        if (!over.equals(OVER)) {
            broken.add(workload.label() + " is not spread over zones and nodes by its own label.");
        }
    }

    private static boolean covers(Map<String, String> labels, Workload workload) {
        return !labels.isEmpty() && workload.labels().entrySet().containsAll(labels.entrySet());
    }
}
