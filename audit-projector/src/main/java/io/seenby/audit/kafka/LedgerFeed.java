package io.seenby.audit.kafka;

import io.seenby.audit.ops.Halt;
import io.seenby.audit.pipeline.Batch;
import io.seenby.audit.pipeline.LedgerRecord;
import io.seenby.audit.pipeline.PatientProjection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands each poll to the pipeline, a batch per partition, up to two partitions at once. Returns when all of it is
 * integrated, however long that takes: the next poll waits, Kafka is our buffer.
 *
 * <p>The channel never sees a failure of ours. What passes by itself is waited out below; what cannot be understood, or
 * would lose a record, ends the process.
 */
@ApplicationScoped
class LedgerFeed {

    private static final Logger LOG = Logger.getLogger(LedgerFeed.class);
    private static final int PARTITIONS_AT_ONCE = 2;

    private final OwnedPartitions partitions;
    private final PatientProjection projection;
    private final LedgerProbe probe;
    private final Halt halt;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            PARTITIONS_AT_ONCE, Thread.ofPlatform().name("projection-", 0).factory());

    LedgerFeed(OwnedPartitions partitions, PatientProjection projection, LedgerProbe probe, Halt halt) {
        this.partitions = partitions;
        this.projection = projection;
        this.probe = probe;
        this.halt = halt;
    }

    @Incoming("ledger")
    @Blocking("ledger")
    void take(ConsumerRecords<byte[], byte[]> polled) throws InterruptedException {
        List<Future<?>> projecting = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            partitions
                    .find(partition.partition())
                    .ifPresent(owned -> projecting.add(threads.submit(() -> {
                        owned.whileOurs(() -> project(owned, records));
                        return owned;
                    })));
        }
        for (Future<?> each : projecting) {
            await(each);
        }
    }

    private void await(Future<?> projecting) throws InterruptedException {
        try {
            projecting.get();
        } catch (ExecutionException failed) {
            halt.now(failed);
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
