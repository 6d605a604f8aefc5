package io.seenby.manifests.rule;

import io.seenby.manifests.model.Cluster;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each topic has its one writer, nobody may delete or change one, and no right reaches further than one name. */
final class OneDoor implements Rule {

    private static final Map<String, String> WRITERS = Map.of(
            "access-ledger", "access-service",
            "breach-alerts", "audit-projector",
            "ledger-checkpoints", "audit-projector");

    private static final Set<StrimziAclOperation> HARMLESS =
            Set.of(StrimziAclOperation.READ, StrimziAclOperation.DESCRIBE, StrimziAclOperation.DESCRIBECONFIGS);

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        for (KafkaUser user : cluster.all(KafkaUser.class)) {
            if (user.getSpec().getAuthorization() instanceof KafkaUserAuthorizationSimple simple) {
                simple.getAcls().forEach(acl -> judge(user.getMetadata().getName(), acl, broken));
            } else {
                broken.add("KafkaUser " + user.getMetadata().getName() + " has no rights that are listed.");
            }
        }
        WRITERS.forEach((topic, writer) -> {
            if (cluster.all(KafkaUser.class).stream().noneMatch(user -> writes(user, writer, topic))) {
                broken.add(writer + " may not write " + topic + ".");
            }
        });
        return broken;
    }

    private static void judge(String user, AclRule acl, List<String> broken) {
        if (!(acl.getResource() instanceof AclRuleTopicResource topic)) {
            return;
        }
        if (topic.getPatternType() == AclResourcePatternType.PREFIX
                || topic.getName().equals("*")) {
            broken.add("KafkaUser " + user + " has rights to every topic that begins with " + topic.getName() + ".");
        }
        for (StrimziAclOperation operation : acl.getOperations()) {
            boolean ownWriting = operation == StrimziAclOperation.WRITE && user.equals(WRITERS.get(topic.getName()));
            if (!HARMLESS.contains(operation) && !ownWriting) {
                broken.add("KafkaUser %s may %s %s.".formatted(user, operation.toValue(), topic.getName()));
            }
        }
    }

    private static boolean writes(KafkaUser user, String writer, String topic) {
        return user.getMetadata().getName().equals(writer)
                && user.getSpec().getAuthorization() instanceof KafkaUserAuthorizationSimple simple
                && simple.getAcls().stream()
                        .anyMatch(acl -> acl.getResource() instanceof AclRuleTopicResource resource
                                && resource.getName().equals(topic)
                                && acl.getOperations().contains(StrimziAclOperation.WRITE));
    }
}
