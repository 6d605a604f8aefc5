package io.seenby.audit.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the log of a partition holds now.
 *
 * @param beginning offset of its first record
 * @param end offset after its last record
 */
public record LogBounds(int partition, long beginning, long end) {

    /** Asks the broker. */
    public static Map<TopicPartition, LogBounds> of(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, LogBounds> bounds = new HashMap<>();
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> bounds.put(
                        partition,
                        new LogBounds(partition.partition(), beginnings.getOrDefault(partition, Long.MAX_VALUE), end)));
        return bounds;
    }

    /** Reading can go on there without losing a record. */
    public boolean hold(long position) {
        return position >= beginning && position <= end;
    }

    /** Throws {@link PositionOutsideLog} unless they {@link #hold} it. */
    public void require(long position) {
        if (!hold(position)) {
            throw new PositionOutsideLog(this, position);
        }
    }
}
