package io.seenby.ground;

import io.seenby.core.ground.TopicDemands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Asks the brokers how the topics are set that we build on. */
public final class TopicsCheck {

    private static final int PATIENCE_MS = 5_000;

    private TopicsCheck() {}

    /**
     * Why one of the topics cannot be built on, if that is so.
     *
     * @param broker how the brokers are reached
     * @param copies of each record that the operator asks for
     * @throws TimeoutException if the brokers do not answer, or a topic is not there yet
     */
    public static Optional<String> refusal(Map<String, Object> broker, List<String> topics, int copies)
            throws TimeoutException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            List<ConfigResource> resources = topics.stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            var configs = admin.describeConfigs(resources).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            var descriptions = admin.describeTopics(topics).allTopicNames().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return configs.entrySet().stream()
                    .map(each -> found(each.getKey().name(), each.getValue(), descriptions))
                    .map(found -> TopicDemands.refusal(found, copies))
                    .flatMap(Optional::stream)
                    .sorted()
                    .findFirst();
        } catch (ExecutionException unreachable) {
            throw new TimeoutException(String.valueOf(unreachable.getCause()));
        }
    }

    private static TopicDemands.Found found(String topic, Config config, Map<String, TopicDescription> descriptions) {
        Map<String, String> settings = new HashMap<>();
        config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        TopicDescription description = descriptions.get(topic);
        int copies = description == null
                ? 0
                : description.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0);
        return new TopicDemands.Found(topic, settings, copies);
    }
}
