package io.seenby.access.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.intake.IntakeTopic;
import io.seenby.access.ops.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the topics of all publishers: poll → a portion of each partition at a time → {@link Portions} → commit. A partition
 * rests until its portion is wholly on the ledger, or rejected; so a publisher that waits for its quota holds up nobody
 * else, and what is committed is never lost. Read again after a crash, it is a duplicate.
 */
@ApplicationScoped
class IntakeTopics {

    private static final Trouble TROUBLE = new Trouble(IntakeTopics.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long AGAIN_MS = 1_000;
    private static final long STOPPED_WITHIN_MS = 2_000;

    /** What is under way of one partition. */
    private record Work(TopicPartition partition, long next) {}

    private final IntakeKey key;
    private final IntakeClients clients;
    private final Portions portions;
    private final Map<TopicPartition, Work> underWay = new HashMap<>();
    private final Queue<Work> finished = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("intake-topics").daemon().factory());

    private volatile boolean stopping;

    IntakeTopics(IntakeKey key, IntakeClients clients, Portions portions) {
        this.key = key;
        this.clients = clients;
        this.portions = portions;
    }

    void start(@Observes StartupEvent started) {
        if (key.isThere()) {
            thread.scheduleWithFixedDelay(this::read, 0, AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Not by an interrupt: the consumer still has to say goodbye to its group. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(STOPPED_WITHIN_MS, TimeUnit.MILLISECONDS)) {
            thread.shutdownNow();
        }
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.consumer()) {
            consumer.subscribe(IntakeTopic.ALL, new Forgetting());
            while (!stopping) {
                begin(consumer.poll(POLL), consumer);
                end(consumer);
            }
        } catch (RuntimeException failure) {
            // Thrown out of here it would be the last try.
            TROUBLE.warn("Reports on Kafka are not read", failure);
        } finally {
            underWay.clear();
        }
    }

    private void begin(ConsumerRecords<byte[], byte[]> records, KafkaConsumer<byte[], byte[]> consumer) {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> portion = records.records(partition);
            Optional<IntakeTopic> topic = IntakeTopic.of(partition.topic());
            if (topic.isEmpty()) {
                continue;
            }
            Work work = new Work(partition, portion.getLast().offset() + 1);
            underWay.put(partition, work);
            consumer.pause(List.of(partition));
            portions.take(topic.get(), portion).thenRun(() -> finished.add(work));
        }
    }

    /** Only what is still ours: another instance may have the partition by now, and reads from where we committed. */
    private void end(KafkaConsumer<byte[], byte[]> consumer) {
        for (Work work = finished.poll(); work != null; work = finished.poll()) {
            if (underWay.remove(work.partition(), work)) {
                commit(work, consumer);
                consumer.resume(List.of(work.partition()));
            }
        }
    }

    private static void commit(Work work, KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync(Map.of(work.partition(), new OffsetAndMetadata(work.next())));
        } catch (CommitFailedException takenAway) {
            TROUBLE.warn("A portion of reports was taken, and is read again elsewhere", takenAway);
        }
    }

    private final class Forgetting implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            underWay.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // They begin where the group stands.
        }
    }
}
