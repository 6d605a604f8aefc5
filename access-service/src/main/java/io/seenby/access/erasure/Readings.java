package io.seenby.access.erasure;

import io.seenby.access.AccessSettings;
import io.seenby.access.ledger.BrokerSettings;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes a {@link Reading}. */
@ApplicationScoped
class Readings {

    private static final int AT_ONCE = 4_000;

    /** Much at a time: under load each batch that is appended would else be fetched by itself, dearly for the broker. */
    private static final int BYTES = 1 << 20;

    /** Nobody who waits for an erasure notices it. */
    private static final int UNLESS_WAITED_MS = 100;

    private final BrokerSettings broker;
    private final String topic;
    private final FollowedTable table;
    private final ProvenRecords records;
    private final ErasureRecord erasures;
    private final Tenants tenants;

    Readings(
            BrokerSettings broker,
            AccessSettings settings,
            FollowedTable table,
            ProvenRecords records,
            ErasureRecord erasures,
            Tenants tenants) {
        this.broker = broker;
        this.topic = settings.ledger().topic();
        this.table = table;
        this.records = records;
        this.erasures = erasures;
        this.tenants = tenants;
    }

    Reading begin(int partitions) throws InterruptedException, ExecutionException {
        // No group: the position is in the table, and a position that the topic does not have is no reason to start
        // anew.
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        AT_ONCE,
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        BYTES,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        UNLESS_WAITED_MS,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        BYTES,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        BYTES,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            Reading reading = new Reading(consumer, table, erasures);
            for (int partition = 0; partition < partitions; partition++) {
                reading.add(
                        topic,
                        new Cursor(
                                partition,
                                table.find(partition, records.beginning()).get(),
                                records,
                                this::isAtHome));
            }
            reading.begin();
            return reading;
        } catch (InterruptedException | ExecutionException | RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    private boolean isAtHome(TenantId tenant, int partition) {
        return tenants.findAnew(tenant)
                .join()
                .filter(open -> open.partition() == partition)
                .isPresent();
    }
}
