package io.seenby.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A dashboard that reads the topic {@code breach-alerts} from its beginning. */
final class AlertTopic implements AutoCloseable {

    private final Queue<String> alerts = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;
    private final Thread reader;

    AlertTopic(RunningSystem system) {
        String bootstrap = system.stack.kafka().bootstrapServers();
        reader = Thread.ofPlatform().start(() -> read(bootstrap));
    }

    private void read(String bootstrap) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("breach-alerts").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (open) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(alert -> alerts.add(new String(alert.value(), StandardCharsets.UTF_8)));
            }
        }
    }

    boolean shows(String text) {
        return alerts.stream().anyMatch(alert -> alert.contains(text));
    }

    Queue<String> alerts() {
        return alerts;
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        reader.join();
    }
}
