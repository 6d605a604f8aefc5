package io.seenby.manifests.rule;

import io.seenby.core.ground.TopicDemands;
import io.seenby.manifests.model.Cluster;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The topics are those that the services demand, set as they demand it: by the very check that they start with. */
final class Topics implements Rule {

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        List<KafkaTopic> topics = cluster.all(KafkaTopic.class);
        TreeSet<String> missing = new TreeSet<>(TopicDemands.TOPICS);
        topics.forEach(topic -> missing.remove(topic.getMetadata().getName()));
        missing.forEach(name -> broken.add("The topic " + name + " is made by nobody."));
        int copies = Copies.askedForIn(cluster);
        for (KafkaTopic topic : topics) {
            Map<String, String> settings = new TreeMap<>();
            topic.getSpec().getConfig().forEach((name, value) -> settings.put(name, Objects.toString(value)));
            TopicDemands.refusal(
                            new TopicDemands.Found(
                                    topic.getMetadata().getName(),
                                    settings,
                                    topic.getSpec().getReplicas()),
                            copies)
                    .ifPresent(broken::add);
        }
        return broken;
    }
}
