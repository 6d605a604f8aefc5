package io.seenby.audit.command;

import io.seenby.audit.kafka.LedgerTopic;
import io.seenby.audit.kafka.LogBounds;
import io.seenby.audit.kafka.PositionOutsideLog;
import io.seenby.audit.pipeline.Batch;
import io.seenby.audit.pipeline.LedgerMac;
import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.audit.pipeline.PatientProjection;
import io.seenby.audit.pipeline.ProjectionPipeline;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.Positions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Projects the ledger into one schema, from its stored positions to wherever it is told: the same pipeline as the
 * service's, no consumer group, nothing published. Of one thread.
 */
final class CatchUp implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Database database;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final PatientProjection projection;
    private final RebuildProgress progress;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /**
     * A catch-up that begins with the first call.
     *
     * @param broker how the brokers are reached
     * @param batch records that are integrated together at most
     */
    CatchUp(Database database, Map<String, Object> broker, int batch, Path ledgerKeys, RebuildProgress progress) {
        this.database = database;
        this.consumer = new KafkaConsumer<>(
                configuration(broker, batch), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.projection =
                new PatientProjection(new ProjectionPipeline(LedgerMac.ofKeyset(ledgerKeys), database), progress);
        this.progress = progress;
    }

    /** To where the log ends now. Throws {@link PositionOutsideLog} if it does not hold the stored positions. */
    void toTheEnd() throws SQLException, InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        logs().forEach((partition, log) -> ends.put(partition, log.end()));
        project(ends);
    }

    /** To these positions and not one record further; where more is integrated already nothing is done. */
    void to(Map<Integer, Long> positions) throws SQLException, InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        positions.forEach((partition, end) -> ends.put(new TopicPartition(LedgerTopic.NAME, partition), end));
        project(ends);
    }

    private Map<TopicPartition, LogBounds> logs() {
        return LogBounds.of(
                consumer,
                consumer.partitionsFor(LedgerTopic.NAME).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList());
    }

    private void project(Map<TopicPartition, Long> ends) throws SQLException, InterruptedException, ExecutionException {
        Map<TopicPartition, LogBounds> logs = logs();
        consumer.assign(ends.keySet());
        for (Map.Entry<TopicPartition, Long> each : ends.entrySet()) {
            int partition = each.getKey().partition();
            long stored = database.inTransaction(connection -> Positions.nextOffset(connection, partition));
            requireInside(logs, each.getKey(), stored);
            consumer.seek(each.getKey(), stored);
            progress.expect(Math.max(0, each.getValue() - stored));
        }
        while (!reached(ends)) {
            project(consumer.poll(POLL), ends);
            progress.print();
        }
    }

    private static void requireInside(Map<TopicPartition, LogBounds> logs, TopicPartition partition, long stored) {
        LogBounds log = logs.get(partition);
        if (log == null) {
            throw new IllegalStateException("the ledger has no " + partition);
        }
        log.require(stored);
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void project(ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException {
        List<Future<PatientProjection.Ending>> projecting = new ArrayList<>();
        ends.forEach((partition, end) -> {
            List<LedgerRecord> records = polled.records(partition).stream()
                    .filter(record -> record.offset() < end)
                    .map(LedgerTopic::recordOf)
                    .toList();
            if (!records.isEmpty()) {
                projecting.add(threads.submit(() -> projection.project(Batch.of(records), () -> true)));
            }
        });
        for (Future<PatientProjection.Ending> each : projecting) {
            if (each.get() == PatientProjection.Ending.STALE) {
                throw new ExecutionException(new IllegalStateException("another projector writes into this schema"));
            }
        }
    }

    private static Map<String, Object> configuration(Map<String, Object> broker, int batch) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 6 * 1024 * 1024);
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        return configuration;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        consumer.close();
    }
}
