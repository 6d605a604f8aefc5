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
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.postgres.Migrations;
import io.seenby.audit.postgres.Positions;
import java.io.PrintStream;
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
 * Projects the ledger, from the beginning to where it ends now, into a schema of its own: the same pipeline, no consumer
 * group, nothing published. Interrupted, it goes on from the schema's stored positions.
 */
final class Rebuild {

    private static final int HALTED = 70;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final Map<String, Object> broker;
    private final Path ledgerKeys;
    private final int batch;
    private final PrintStream out;
    private final RebuildProgress progress;

    /** @param broker how the brokers are reached */
    Rebuild(DatabaseSettings settings, Map<String, Object> broker, Path ledgerKeys, int batch, PrintStream out) {
        this.settings = settings;
        this.broker = broker;
        this.ledgerKeys = ledgerKeys;
        this.batch = batch;
        this.out = out;
        this.progress = new RebuildProgress(out);
    }

    int run() throws SQLException, InterruptedException {
        Migrations.run(settings);
        try (Database database = new Database(settings);
                ExecutorService threads = Executors.newFixedThreadPool(2);
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        configuration(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            PatientProjection projection =
                    new PatientProjection(new ProjectionPipeline(LedgerMac.ofKeyset(ledgerKeys), database), progress);
            Map<TopicPartition, LogBounds> logs = beginAtStoredPositions(consumer, database);
            while (!reached(consumer, logs)) {
                project(consumer.poll(POLL), logs, projection, threads);
                progress.print();
            }
            progress.done(settings.schema());
            return 0;
        } catch (ExecutionException failed) {
            failed.printStackTrace(out);
            return HALTED;
        } catch (PositionOutsideLog lost) {
            out.println(lost.getMessage());
            return HALTED;
        }
    }

    private Map<TopicPartition, LogBounds> beginAtStoredPositions(
            KafkaConsumer<byte[], byte[]> consumer, Database database) throws SQLException {
        List<TopicPartition> partitions = consumer.partitionsFor(LedgerTopic.NAME).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, LogBounds> logs = LogBounds.of(consumer, partitions);
        consumer.assign(partitions);
        for (Map.Entry<TopicPartition, LogBounds> each : logs.entrySet()) {
            LogBounds log = each.getValue();
            long stored = database.inTransaction(connection -> Positions.nextOffset(connection, log.partition()));
            log.require(stored);
            consumer.seek(each.getKey(), stored);
            progress.expect(log.end() - stored);
        }
        return logs;
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, LogBounds> logs) {
        return logs.entrySet().stream()
                .allMatch(
                        log -> consumer.position(log.getKey()) >= log.getValue().end());
    }

    private static void project(
            ConsumerRecords<byte[], byte[]> polled,
            Map<TopicPartition, LogBounds> logs,
            PatientProjection projection,
            ExecutorService threads)
            throws InterruptedException, ExecutionException {
        List<Future<PatientProjection.Ending>> projecting = new ArrayList<>();
        logs.forEach((partition, log) -> {
            List<LedgerRecord> records = polled.records(partition).stream()
                    .filter(record -> record.offset() < log.end())
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

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 6 * 1024 * 1024);
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        return configuration;
    }
}
