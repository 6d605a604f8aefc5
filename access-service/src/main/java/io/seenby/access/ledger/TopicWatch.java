package io.seenby.access.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.AccessSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Looks every few seconds whether the ledger's topic is there and is what the ledger needs. */
@ApplicationScoped
public class TopicWatch {

    private static final long EVERY_MS = 3_000;
    private static final int PATIENCE_MS = 2_500;

    /** What was seen last. */
    private sealed interface Seen {}

    private record Fit(int partitions) implements Seen {}

    private record Unfit(String why) implements Seen {}

    private final BrokerSettings broker;
    private final String topic;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("topic-watch").daemon().factory());
    private volatile Seen seen = new Unfit("not looked yet");

    TopicWatch(BrokerSettings broker, AccessSettings settings) {
        this.broker = broker;
        this.topic = settings.ledger().topic();
    }

    void start(@Observes StartupEvent started) {
        Admin admin = Admin.create(broker.with(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000)));
        thread.scheduleWithFixedDelay(() -> seen = look(admin), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /** How many partitions the topic has; empty if it is not there, not reachable or not fit. */
    public Optional<Integer> partitions() {
        return seen instanceof Fit fit ? Optional.of(fit.partitions()) : Optional.empty();
    }

    /** What is wrong with the topic, if something is. */
    public Optional<String> fault() {
        return seen instanceof Unfit unfit ? Optional.of(unfit.why()) : Optional.empty();
    }

    private Seen look(Admin admin) {
        try {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var configs = admin.describeConfigs(List.of(resource)).values().get(resource);
            var description =
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
            if (configs == null || description == null) {
                return new Unfit("The broker does not describe its topics.");
            }
            int partitions = description
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
            var stamp = configs.get(PATIENCE_MS, TimeUnit.MILLISECONDS).get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
            // With CreateTime an acknowledgement would tell our own time, and a wrong clock would pass.
            return stamp != null && "LogAppendTime".equals(stamp.value())
                    ? new Fit(partitions)
                    : new Unfit("The topic " + topic + " needs message.timestamp.type=LogAppendTime.");
        } catch (ExecutionException | TimeoutException unreachable) {
            return new Unfit("The topic " + topic + " cannot be reached.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Unfit("Stopped.");
        }
    }
}
