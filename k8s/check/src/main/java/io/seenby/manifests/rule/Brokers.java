package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** No broker loses records quietly or lets in whom nobody knows; there are as many as copies are asked for. */
final class Brokers implements Rule {

    private static final Map<String, String> QUIET_LOSSES =
            Map.of("auto.create.topics.enable", "false", "unclean.leader.election.enable", "false");

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        int copies = Copies.askedForIn(cluster);
        for (Kafka kafka : cluster.all(Kafka.class)) {
            var spec = kafka.getSpec().getKafka();
            QUIET_LOSSES.forEach((setting, value) -> {
                if (!value.equals(Objects.toString(spec.getConfig().get(setting)))) {
                    broken.add("Kafka needs " + setting + "=" + value + ".");
                }
            });
            number(spec.getConfig(), "min.insync.replicas", Math.max(1, copies - 1), broken);
            for (String setting : List.of(
                    "default.replication.factor",
                    "offsets.topic.replication.factor",
                    "transaction.state.log.replication.factor")) {
                number(spec.getConfig(), setting, copies, broken);
            }
            if (spec.getAuthorization() == null) {
                broken.add("Kafka lets everybody do everything: it has no authorization.");
            }
            spec.getListeners().stream()
                    .filter(listener -> !listener.isTls() || listener.getAuth() == null)
                    .forEach(listener -> broken.add("Kafka's listener " + listener.getName()
                            + " takes connections in clear or from nobody in particular."));
        }
        for (ProcessRoles role : ProcessRoles.values()) {
            int nodes = cluster.all(KafkaNodePool.class).stream()
                    .filter(pool -> pool.getSpec().getRoles().contains(role))
                    .mapToInt(pool -> pool.getSpec().getReplicas())
                    .sum();
            if (nodes < copies) {
                broken.add("Kafka has %d nodes as %s and %d copies are asked for."
                        .formatted(nodes, role.toValue(), copies));
            }
        }
        return broken;
    }

    private static void number(Map<String, Object> config, String setting, int least, List<String> broken) {
        if (!(config.get(setting) instanceof Number number) || number.intValue() < least) {
            broken.add("Kafka needs " + setting + " of at least " + least + ".");
        }
    }
}
