package io.seenby.bench.stack;

import static java.util.Objects.requireNonNull;

import io.seenby.bench.NotMeasured;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The ledger as benchmarks need it: how long it is, some of its values in a file, its settings for another topic. */
public record LedgerTopic(String bootstrapServers) {
    private static final String LEDGER = "access-ledger";
    private static final int ENOUGH = 50_000;
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** Writes up to 50,000 values, one a line. */
    public void dumpValues(Path file) throws IOException {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "enable.auto.commit", "false", "auto.offset.reset", "none");
        int values = 0;
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var partitions = consumer.partitionsFor(LEDGER).stream()
                    .map(partition -> new TopicPartition(LEDGER, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var batch = consumer.poll(SILENCE); !batch.isEmpty() && values < ENOUGH; ) {
                for (ConsumerRecord<byte[], byte[]> entry : batch) {
                    out.write(singleLine(entry.value()));
                    out.write('\n');
                    values++;
                }
                batch = consumer.poll(SILENCE);
            }
        }
        if (values == 0) {
            throw new NotMeasured("the ledger is empty after the warm-up");
        }
    }

    private static byte[] singleLine(byte[] value) {
        for (byte b : value) {
            if (b == '\n') {
                throw new NotMeasured("a value of the ledger holds a line break, so it cannot be replayed");
            }
        }
        return value;
    }

    /** Creates a topic with as many partitions as the ledger and the same settings. */
    public void copySettingsTo(String topic) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, LEDGER);
            var described = admin.describeConfigs(List.of(resource)).all().get();
            var settings = requireNonNull(described.get(resource)).entries().stream()
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
            int partitions = partitions(admin).size();
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
    }

    /** How many records it holds, as long as none was ever deleted. */
    public long records() throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            var latest = partitions(admin).stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    /** What its segments take on the disks of all brokers, without their indexes. */
    public long bytes() throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            var brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().equals(LEDGER))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        var described = admin.describeTopics(List.of(LEDGER)).allTopicNames().get();
        return requireNonNull(described.get(LEDGER)).partitions().stream()
                .map(partition -> new TopicPartition(LEDGER, partition.partition()))
                .toList();
    }
}
