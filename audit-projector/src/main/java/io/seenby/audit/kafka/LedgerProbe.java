package io.seenby.audit.kafka;

import io.seenby.audit.pipeline.LedgerGap;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks the log itself, with a consumer of its own that belongs to no group. */
@ApplicationScoped
class LedgerProbe {

    private static final String CHANNEL = "ledger";
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int POLLS = 6;

    private final BrokerSettings broker;
    private final KafkaClientService clients;

    LedgerProbe(BrokerSettings broker, KafkaClientService clients) {
        this.broker = broker;
        this.clients = clients;
    }

    /** Throws {@link LedgerGap} if the first record at or after {@code offset} is not at {@code offset}. */
    void requireRecordAt(int partition, long offset) {
        TopicPartition ledger = LedgerTopic.partition(partition);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(configuration(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(ledger));
            consumer.seek(ledger, offset);
            for (int i = 0; i < POLLS; i++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() > offset) {
                        throw new LedgerGap(partition, offset, record.offset());
                    }
                    return;
                }
            }
        }
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = broker.with(Map.of());
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return configuration;
    }

    /** Makes the channel go on at {@code offset}. */
    void seek(int partition, long offset) {
        clients.<byte[], byte[]>getConsumer(CHANNEL)
                .runOnPollingThread(consumer -> {
                    TopicPartition ledger = LedgerTopic.partition(partition);
                    if (!Collections.disjoint(consumer.assignment(), List.of(ledger))) {
                        consumer.seek(ledger, offset);
                    }
                })
                .await()
                .indefinitely();
    }
}
