package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Workload;
import java.util.List;
import java.util.Map;

/**
 * Who is asked to stop gets the time to finish: access-service waits 2 s and then for appends of at most 10 s, a projector
 * gives a partition away within 60 s, and each needs some more to close.
 */
final class Endings implements Rule {

    /** Seconds, by the name of the workload. */
    private static final Map<String, Long> NEEDED = Map.of("access-service", 20L, "audit-projector", 70L);

    private static final long USUAL = 30;

    @Override
    public List<String> broken(Cluster cluster) {
        return cluster.workloads().stream()
                .filter(Workload::serves)
                .filter(workload -> given(workload) < needed(workload))
                .map(workload -> "%s gets %d s to stop and needs %d s."
                        .formatted(workload.label(), given(workload), needed(workload)))
                .toList();
    }

    private static long needed(Workload workload) {
        return NEEDED.getOrDefault(workload.resource().name(), 0L);
    }

    private static long given(Workload workload) {
        Long seconds = workload.spec().getTerminationGracePeriodSeconds();
        return seconds == null ? USUAL : seconds;
    }
}
