package io.seenby.audit.kafka;

import io.seenby.audit.ops.Halt;
import io.seenby.audit.pipeline.Batch;
import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.audit.pipeline.PatientProjection;
import io.seenby.audit.trace.Traces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands each poll to the pipeline, a batch per partition, up to three partitions at once. While these are integrated the
 * next poll may come, with other partitions' records; a partition's next batch waits for the one before it, and the poll
 * after that waits for room: Kafka is our buffer.
 *
 * <p>The channel never sees a failure of ours. What passes by itself is waited out below; what cannot be understood, or
 * would lose a record, ends the process.
 */
@ApplicationScoped
class LedgerFeed {

    private static final Logger LOG = Logger.getLogger(LedgerFeed.class);
    private static final int PARTITIONS_AT_ONCE = 3;

    private final OwnedPartitions partitions;
    private final PatientProjection projection;
    private final LedgerProbe probe;
    private final Traces traces;
    private final Halt halt;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            PARTITIONS_AT_ONCE, Thread.ofPlatform().name("projection-", 0).factory());
    private final Semaphore room = new Semaphore(PARTITIONS_AT_ONCE);

    /** The latest batch of each partition; only the channel's thread looks here. */
    private final Map<Integer, Future<?>> underWay = new HashMap<>();

    LedgerFeed(OwnedPartitions partitions, PatientProjection projection, LedgerProbe probe, Traces traces, Halt halt) {
        this.partitions = partitions;
        this.projection = projection;
        this.probe = probe;
        this.traces = traces;
        this.halt = halt;
    }

    @Incoming("ledger")
    @Blocking("ledger")
    void take(ConsumerRecords<byte[], byte[]> polled) throws InterruptedException {
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            OwnedPartition owned = partitions.find(partition.partition()).orElse(null);
            if (owned != null) {
                begin(owned, records);
            }
        }
    }

    private void begin(OwnedPartition owned, List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        await(underWay.remove(owned.number()));
        room.acquire();
        underWay.put(owned.number(), threads.submit(() -> {
            try {
                traces.arrived(owned.number(), records);
                owned.whileOurs(() -> project(owned, records));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failed) {
                halt.now(failed);
                throw failed;
            } finally {
                traces.over(owned.number());
                room.release();
            }
        }));
    }

    private static void await(@Nullable Future<?> batch) throws InterruptedException {
        try {
            if (batch != null) {
                batch.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the projector has halted", failed);
        }
    }

    private void project(OwnedPartition owned, List<ConsumerRecord<byte[], byte[]>> polled)
            throws InterruptedException {
        long expected = owned.nextOffset();
        // After a rebalance a poll from before it may still be queued: what is integrated already is let pass.
        List<LedgerRecord> records = polled.stream()
                .filter(record -> record.offset() >= expected)
                .map(LedgerTopic::recordOf)
                .toList();
        if (records.isEmpty()) {
            return;
        }
        if (records.get(0).offset() > expected) {
            // For the same reason a poll may begin too late. Only the log itself can say that records are missing.
            probe.requireRecordAt(owned.number(), expected);
            probe.seek(owned.number(), expected);
            return;
        }
        Batch batch = Batch.of(records);
        switch (projection.project(batch, owned::isOurs)) {
            case INTEGRATED -> owned.integratedUpTo(batch.endOffset());
            case STALE -> {
                owned.markStale();
                LOG.errorf(
                        "partition %d was moved by another projector: this one stops at offset %d",
                        owned.number(), expected);
            }
            case NOT_OURS -> LOG.infof("partition %d is no longer ours at offset %d", owned.number(), expected);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
