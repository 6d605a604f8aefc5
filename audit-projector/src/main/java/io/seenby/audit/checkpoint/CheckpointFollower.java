package io.seenby.audit.checkpoint;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.audit.kafka.BrokerSettings;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of the checkpoints, from where it was read last. What is served and what is signed next depend on it and
 * on nothing that this instance only remembers. Every instance reads all of it.
 */
@ApplicationScoped
class CheckpointFollower {

    private static final Logger LOG = Logger.getLogger(CheckpointFollower.class);
    private static final TopicPartition TOPIC = new TopicPartition(CheckpointTopic.NAME, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 1_000;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final BrokerSettings broker;
    private final CheckpointBoard board;
    private final CheckpointStore store;
    private final CheckpointKeys keys;
    private final AnnouncedKeys announced;
    private final CheckpointMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<?, ?> polling;
    private final Thread thread = Thread.ofPlatform().name("checkpoints").unstarted(this::run);

    CheckpointFollower(
            BrokerSettings broker,
            CheckpointBoard board,
            CheckpointStore store,
            CheckpointKeys keys,
            AnnouncedKeys announced,
            CheckpointMetrics metrics) {
        this.broker = broker;
        this.board = board;
        this.store = store;
        this.keys = keys;
        this.announced = announced;
        this.metrics = metrics;
    }

    /** After the migrations, which have priority 1. */
    void start(@Observes @Priority(100) StartupEvent event) {
        thread.start();
    }

    /** By waking it: a consumer that is interrupted cannot even close without an error. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        Optional.ofNullable(polling).ifPresent(KafkaConsumer::wakeup);
        thread.join(STOPS_WITHIN);
    }

    private boolean goesOn() {
        return stopping.getCount() > 0;
    }

    private void run() {
        while (goesOn()) {
            try {
                follow();
            } catch (WakeupException stopped) {
                return;
            } catch (SQLException | KafkaException passing) {
                LOG.warnf("checkpoints are not read: %s", passing.getClass().getSimpleName());
            }
            pause();
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            stopping.countDown();
        }
    }

    /** Until another key is asked for: then from where the topic was not searched for that one. */
    private void follow() throws SQLException {
        store.all().forEach(board::offer);
        Set<String> trusted = trusted();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(configuration(), new StringDeserializer(), new StringDeserializer())) {
            polling = consumer;
            consumer.assign(List.of(TOPIC));
            consumer.seek(TOPIC, store.nextOffset(trusted));
            long end = consumer.endOffsets(List.of(TOPIC)).values().iterator().next();
            boolean complete = false;
            while (goesOn() && trusted.containsAll(board.wanted())) {
                take(consumer.poll(POLL), trusted, consumer);
                if (!complete && consumer.position(TOPIC) >= end) {
                    complete = true;
                    board.markComplete(trusted);
                }
            }
        }
    }

    /** The key that signs now, and those that entries have announced: nobody else's checkpoints are believed. */
    private Set<String> trusted() throws SQLException {
        Set<String> trusted = new HashSet<>(announced.read().allAnd(keys.publicKey()));
        trusted.addAll(board.wanted());
        return Set.copyOf(trusted);
    }

    private void take(
            ConsumerRecords<String, String> polled, Set<String> trusted, KafkaConsumer<String, String> consumer)
            throws SQLException {
        List<Published> read = new ArrayList<>();
        polled.forEach(record -> read(record, trusted).ifPresent(read::add));
        if (!polled.isEmpty()) {
            store.keep(read, trusted, consumer.position(TOPIC));
            read.forEach(board::offer);
        }
    }

    private Optional<Published> read(ConsumerRecord<String, String> record, Set<String> trusted) {
        try {
            Note note = Note.parse(Optional.ofNullable(record.value()).orElse(""));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (TreeName.tenantOf(checkpoint.origin()).isPresent()
                    && CheckpointKeys.isSignedByAny(trusted, checkpoint.origin(), note)) {
                return Optional.of(
                        new Published(checkpoint, note, record.offset(), Instant.ofEpochMilli(record.timestamp())));
            }
        } catch (IllegalArgumentException noCheckpoint) {
            LOG.debugf("no checkpoint: %s", noCheckpoint.getMessage());
        }
        metrics.ignored();
        LOG.errorf(
                "offset %d of %s is no checkpoint of a key that is announced: ignored",
                record.offset(), CheckpointTopic.NAME);
        return Optional.empty();
    }

    private Map<String, Object> configuration() {
        return broker.with(Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false));
    }
}
