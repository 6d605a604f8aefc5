package io.seenby.audit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads stretches of the ledger again, with a consumer that belongs to no group. One thread at a time. */
@ApplicationScoped
public class LedgerReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final BrokerSettings broker;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    LedgerReader(BrokerSettings broker) {
        this.broker = broker;
    }

    /** Records from {@code from} on and before {@code to}, without a gap; fewer or none if they do not come soon. */
    public List<ConsumerRecord<byte[], byte[]>> read(int partition, long from, long to) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (from >= to) {
            return records;
        }
        TopicPartition ledger = LedgerTopic.partition(partition);
        KafkaConsumer<byte[], byte[]> reader = consumer();
        reader.assign(List.of(ledger));
        reader.seek(ledger, from);
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
            if (record.offset() >= to) {
                break;
            }
            records.add(record);
        }
        return records;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(configuration(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
        return consumer;
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = broker.with(Map.of());
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 524_288);
        return configuration;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
