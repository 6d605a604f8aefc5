package io.seenby.audit.checkpoint;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Follows the topic of the checkpoints, from where the table ends. What is served and what is signed next depend on it and
 * on nothing that this instance only remembers. Every instance reads all of it.
 */
@ApplicationScoped
class CheckpointFollower {

    private static final Logger LOG = Logger.getLogger(CheckpointFollower.class);
    private static final TopicPartition TOPIC = new TopicPartition(CheckpointTopic.NAME, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 1_000;

    private final String bootstrapServers;
    private final CheckpointBoard board;
    private final CheckpointStore store;
    private final CheckpointKeys keys;
    private final Thread thread = Thread.ofPlatform().name("checkpoints").unstarted(this::run);

    CheckpointFollower(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            CheckpointBoard board,
            CheckpointStore store,
            CheckpointKeys keys) {
        this.bootstrapServers = bootstrapServers;
        this.board = board;
        this.store = store;
        this.keys = keys;
    }

    /** After the migrations, which have priority 1. */
    void start(@Observes @Priority(100) StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                follow();
            } catch (SQLException | KafkaException passing) {
                LOG.warnf("checkpoints are not read: %s", passing.getClass().getSimpleName());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void follow() throws SQLException, InterruptedException {
        List<Published> known = store.all();
        known.forEach(board::offer);
        long next = known.stream().mapToLong(each -> each.offset() + 1).max().orElse(0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(configuration(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seek(TOPIC, next);
            long end = consumer.endOffsets(List.of(TOPIC)).values().iterator().next();
            while (!Thread.currentThread().isInterrupted()) {
                take(consumer.poll(POLL));
                if (!board.isComplete() && consumer.position(TOPIC) >= end) {
                    board.markComplete();
                }
            }
        } catch (InterruptException stopping) {
            throw new InterruptedException();
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void take(ConsumerRecords<String, String> polled) throws SQLException {
        List<Published> read = new ArrayList<>();
        polled.forEach(record -> read(record).ifPresent(read::add));
        if (!read.isEmpty()) {
            store.keep(read);
            read.forEach(board::offer);
        }
    }

    private Optional<Published> read(ConsumerRecord<String, String> record) {
        try {
            Note note = Note.parse(Optional.ofNullable(record.value()).orElse(""));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            boolean ours = TreeName.tenantOf(checkpoint.origin()).isPresent() && keys.isOurs(checkpoint.origin(), note);
            if (ours) {
                return Optional.of(
                        new Published(checkpoint, note, record.offset(), Instant.ofEpochMilli(record.timestamp())));
            }
        } catch (IllegalArgumentException noCheckpoint) {
            LOG.debugf("no checkpoint: %s", noCheckpoint.getMessage());
        }
        LOG.errorf("offset %d of %s is no checkpoint that we signed: ignored", record.offset(), CheckpointTopic.NAME);
        return Optional.empty();
    }

    private Map<String, Object> configuration() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }
}
