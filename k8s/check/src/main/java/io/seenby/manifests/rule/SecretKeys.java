package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.ExternalSecret;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The Secrets that will be there, by namespace/name, each with its keys: who makes them is an operator. */
final class SecretKeys {

    private SecretKeys() {}

    static Map<String, Set<String>> of(Cluster cluster) {
        Map<String, Set<String>> keys = new HashMap<>();
        cluster.all(ExternalSecret.class)
                .forEach(each -> keys.put(
                        each.metadata().getNamespace() + "/"
                                + each.spec().target().name(),
                        each.keys()));
        cluster.all(KafkaUser.class)
                .forEach(each -> keys.put(
                        each.getMetadata().getNamespace() + "/"
                                + each.getMetadata().getName(),
                        Set.of("password", "sasl.jaas.config")));
        cluster.all(Kafka.class)
                .forEach(each -> keys.put(
                        each.getMetadata().getNamespace() + "/"
                                + each.getMetadata().getName() + "-cluster-ca-cert",
                        Set.of("ca.crt", "ca.p12", "ca.password")));
        return keys;
    }
}
