package io.seenby.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a JVM of its own, on 127.0.0.1 only. Its log directory
 * is formatted on the first start and kept.
 */
public final class KafkaBroker extends Part {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    public static final int DEFAULT_PARTITIONS = 6;

    /**
     * Where and how the broker runs.
     *
     * @param directory its records and configuration
     * @param heapMiB the broker's maximum heap; 512 carries the loads of this project
     * @param quickStart sooner up, also after a crash; slower under load
     */
    public record Settings(Path directory, Path log, int port, int controllerPort, int heapMiB, boolean quickStart) {}

    private final ProjectRoot root;
    private final Settings settings;

    public KafkaBroker(ProjectRoot root, Settings settings) {
        super("kafka", settings.port(), settings.log());
        this.root = root;
        this.settings = settings;
    }

    @Override
    public void start() {
        Path properties = settings.directory().resolve("server.properties");
        ChildProcess.write(properties, BrokerProperties.of(settings));
        formatOnce(properties);
        run(java("kafka.Kafka", properties.toString())).awaitReady(START_LIMIT, () -> {
            try (var admin = admin(Duration.ofSeconds(3))) {
                return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
            }
        });
    }

    private void formatOnce(Path properties) {
        if (Files.exists(BrokerProperties.records(settings).resolve("meta.properties"))) {
            return;
        }
        var format = java(
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                properties.toString());
        int code = ChildProcess.start("kafka format", format, log()).awaitExit(START_LIMIT);
        if (code != 0) {
            throw StartFailed.quoting(log(), "kafka's storage cannot be formatted (exit code %d).".formatted(code));
        }
    }

    private ChildProcess.Command java(String mainClass, String... arguments) {
        var flags = new ArrayList<>(ChildJvm.DATED_LOG);
        flags.add("-Xmx" + settings.heapMiB() + "m");
        flags.addAll(settings.quickStart() ? ChildJvm.QUICK_START : List.of("-XX:+ExitOnOutOfMemoryError"));
        return new ChildProcess.Command(
                ChildJvm.running(root, flags, mainClass, List.of(arguments)), settings.directory());
    }

    /** Creates the ledger's topics; the ones that exist stay as they are. */
    public void createTopics() {
        createTopics(DEFAULT_PARTITIONS);
    }

    /** As {@link #createTopics()}, with another number of partitions for the ledger and the alerts. */
    public void createTopics(int partitions) {
        var topics = List.of(
                new Topic("access-ledger", partitions),
                new Topic("breach-alerts", partitions),
                new Topic("ledger-checkpoints", 1));
        try (var admin = admin(Duration.ofSeconds(30))) {
            var present = new HashSet<>(admin.listTopics().names().get());
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(Topic::toNewTopic)
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failed) {
            // Someone else may have created one of them between the two calls.
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new StartFailed("kafka's topics cannot be created: " + failed.getCause() + ".", failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Creating kafka's topics was interrupted.", interrupted);
        }
    }

    private Admin admin(Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }
}
