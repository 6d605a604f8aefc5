package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Keda;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Projectors grow with the lag of the group that they are in, to no more than there are partitions. */
final class Scaling implements Rule {

    @Override
    public List<String> broken(Cluster cluster) {
        Map<String, Integer> partitions = cluster.all(KafkaTopic.class).stream()
                .collect(Collectors.toMap(
                        topic -> topic.getMetadata().getName(),
                        topic -> topic.getSpec().getPartitions(),
                        (one, other) -> other));
        List<String> broken = new ArrayList<>();
        for (Keda.ScaledObject scaled : cluster.all(Keda.ScaledObject.class)) {
            String name = scaled.spec().scaleTargetRef().name();
            if (scaled.spec().minReplicaCount() > scaled.spec().maxReplicaCount()
                    || scaled.spec().minReplicaCount() < 1) {
                broken.add("ScaledObject " + name + " may scale to nothing.");
            }
            for (Keda.Trigger trigger : scaled.spec().triggers()) {
                int most = partitions.getOrDefault(trigger.metadata().getOrDefault("topic", ""), 0);
                if (scaled.spec().maxReplicaCount() > most) {
                    broken.add("ScaledObject %s grows to %d, and its topic has %d partitions."
                            .formatted(name, scaled.spec().maxReplicaCount(), most));
                }
                if (!name.equals(trigger.metadata().get("consumerGroup"))) {
                    broken.add("ScaledObject " + name + " looks at another consumer group.");
                }
            }
            cluster.all(Deployment.class).stream()
                    .filter(each -> each.getMetadata().getName().equals(name))
                    .filter(each -> each.getSpec().getReplicas() != null)
                    .forEach(each -> broken.add(
                            "Deployment " + name + " sets replicas, which undoes the scaling at each apply."));
        }
        return broken;
    }
}
