package io.seenby.audit.kafka;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.seenby.audit.ops.Halt;
import io.seenby.audit.ops.Progress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Compares what is integrated with what the log holds, every two seconds: how far behind we are, and whether the log
 * still holds the place where we are.
 */
@ApplicationScoped
class LedgerWatch {

    private static final Logger LOG = Logger.getLogger(LedgerWatch.class);
    private static final long LIMIT_SECONDS = 10;

    /** A new leader may answer for a moment from before it has caught up; twice in a row it is the truth. */
    private static final int SEEN_BEFORE_HALT = 2;

    private final OwnedPartitions partitions;
    private final Progress progress;
    private final Halt halt;
    private final Admin admin;
    private final Map<Integer, Integer> outside = new HashMap<>();

    LedgerWatch(BrokerSettings broker, OwnedPartitions partitions, Progress progress, Halt halt) {
        this.partitions = partitions;
        this.progress = progress;
        this.halt = halt;
        this.admin = Admin.create(broker.with(Map.of(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000)));
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        if (!partitions.isAssigned()) {
            return;
        }
        try {
            progress.lag(lagOf(partitions.all()));
        } catch (ExecutionException | TimeoutException unreachable) {
            LOG.debugf("the broker does not answer: %s", unreachable.getMessage());
        }
    }

    private long lagOf(Collection<OwnedPartition> owned)
            throws InterruptedException, ExecutionException, TimeoutException {
        // The positions first: the log only grows, so one that is ahead of what is asked afterwards is truly ahead.
        Map<TopicPartition, Long> positions = new HashMap<>();
        owned.forEach(each -> positions.put(LedgerTopic.partition(each.number()), each.nextOffset()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(positions, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> beginnings = offsets(positions, OffsetSpec.earliest());
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
            ListOffsetsResultInfo beginning = beginnings.get(position.getKey());
            ListOffsetsResultInfo end = ends.get(position.getKey());
            if (beginning != null && end != null) {
                int partition = position.getKey().partition();
                requireInside(new LogBounds(partition, beginning.offset(), end.offset()), position.getValue());
                lag += Math.max(0, end.offset() - position.getValue());
            }
        }
        return lag;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Map<TopicPartition, Long> of, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        of.keySet().forEach(partition -> wanted.put(partition, which));
        return admin.listOffsets(wanted).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private void requireInside(LogBounds log, long position) {
        if (log.hold(position)) {
            outside.remove(log.partition());
        } else if (outside.merge(log.partition(), 1, Integer::sum) >= SEEN_BEFORE_HALT) {
            halt.now(new PositionOutsideLog(log, position));
        }
    }

    @PreDestroy
    void stop() {
        admin.close();
    }
}
