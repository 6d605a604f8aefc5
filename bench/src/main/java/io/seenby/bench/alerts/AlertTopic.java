package io.seenby.bench.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A dashboard that follows the alerts by the topic. */
final class AlertTopic implements AutoCloseable {
    private static final String TOPIC = "breach-alerts";

    private final Arrivals arrivals = new Arrivals();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;

    private AlertTopic(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.reader = Thread.ofPlatform().daemon().name("alert-topic").start(this::read);
    }

    static AlertTopic open(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new AlertTopic(consumer);
    }

    private void read() {
        try (consumer) {
            while (true) {
                var batch = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> alert : batch) {
                    arrivals.note(alert.value(), now);
                }
            }
        } catch (WakeupException closing) {
            // As wished.
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join();
    }
}
