package io.seenby.access.kafka;

import io.seenby.access.ledger.BrokerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients by which publishers are read and answered. */
@ApplicationScoped
class IntakeClients {

    private static final String GROUP = "seenby-intake";

    /** As many of one partition are under way at once, at most. */
    private static final int AT_ONCE = 500;

    private static final int BYTES = 1 << 20;

    /** So soon a new publisher's topic is noticed. */
    private static final int NEW_TOPICS_MS = 5_000;

    private static final int DELIVERED_WITHIN_MS = 10_000;

    private final BrokerSettings broker;

    IntakeClients(BrokerSettings broker) {
        this.broker = broker;
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                broker.with(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        AT_ONCE,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        BYTES,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        BYTES,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        NEW_TOPICS_MS)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                broker.with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        DELIVERED_WITHIN_MS / 2,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        DELIVERED_WITHIN_MS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERED_WITHIN_MS)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
