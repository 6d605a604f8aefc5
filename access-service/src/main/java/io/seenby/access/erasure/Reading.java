package io.seenby.access.erasure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The ledger being read: poll → store what was read, with what it says → write what follows from it. Of one thread.
 *
 * <p>Each instance reads, and what is read is stored by the first of them. One that comes second goes on where the first
 * stopped, after a rest; while the first is well it reads little.
 */
final class Reading implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);

    /** What says little may be read again after a crash; what says more is stored at once. */
    private static final long STORE_EVERY = Duration.ofMillis(500).toNanos();

    private static final long REST = Duration.ofSeconds(5).toNanos();
    private static final long FINISH_EVERY = Duration.ofSeconds(5).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final FollowedTable table;
    private final ErasureRecord erasures;
    private final Map<TopicPartition, Cursor> cursors = new HashMap<>();
    private final Map<TopicPartition, Long> resting = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();
    private long storedAt = System.nanoTime();
    private long finishedAt = System.nanoTime() - FINISH_EVERY;

    Reading(Consumer<byte[], byte[]> consumer, FollowedTable table, ErasureRecord erasures) {
        this.consumer = consumer;
        this.table = table;
        this.erasures = erasures;
    }

    void add(String topic, Cursor cursor) {
        cursors.put(new TopicPartition(topic, cursor.partition()), cursor);
    }

    /** After all were added. */
    void begin() {
        consumer.assign(cursors.keySet());
        cursors.forEach((partition, cursor) -> consumer.seek(partition, cursor.stored()));
        ends = consumer.endOffsets(cursors.keySet());
        cursors.forEach(this::requireWithinTheLog);
    }

    /** A log that was cut short or made anew is no log that we have read: what it lacks may be an erasure. */
    private void requireWithinTheLog(TopicPartition partition, Cursor cursor) {
        if (cursor.stored() > ends.getOrDefault(partition, 0L)) {
            throw new IllegalStateException(partition + " was read up to " + cursor.stored() + " and ends at "
                    + ends.get(partition) + ": tables and log do not belong together");
        }
    }

    /** One step; waits for records a little. */
    void goOn() throws InterruptedException, ExecutionException {
        wake();
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        cursors.forEach((partition, cursor) -> polled.records(partition).forEach(cursor::take));
        boolean due = System.nanoTime() - storedAt > STORE_EVERY || !hasReachedTheEndOfItsBeginning();
        boolean news = false;
        for (Map.Entry<TopicPartition, Cursor> each : cursors.entrySet()) {
            if (each.getValue().isUrgent() || due && each.getValue().hasRead()) {
                news |= store(each.getKey(), each.getValue());
            }
        }
        storedAt = due ? System.nanoTime() : storedAt;
        if (news || System.nanoTime() - finishedAt > FINISH_EVERY) {
            finishedAt = System.nanoTime();
            erasures.writeAll().get();
        }
    }

    /** True if it was stored here and may have led to something. */
    private boolean store(TopicPartition partition, Cursor cursor) throws InterruptedException, ExecutionException {
        boolean urgent = cursor.isUrgent();
        if (table.move(cursor.partition(), cursor.stored(), cursor.read(), cursor.noted())
                .get()) {
            cursor.isStored();
            return urgent;
        }
        consumer.pause(List.of(partition));
        resting.put(partition, System.nanoTime() + REST);
        startOver(partition, cursor);
        return false;
    }

    private void startOver(TopicPartition partition, Cursor cursor) throws InterruptedException, ExecutionException {
        Followed from = table.find(cursor.partition(), cursor.read().keys()).get();
        cursor.startOver(from);
        consumer.seek(partition, from.next());
    }

    private void wake() throws InterruptedException, ExecutionException {
        for (Map.Entry<TopicPartition, Cursor> each : cursors.entrySet()) {
            Long until = resting.get(each.getKey());
            if (until != null && System.nanoTime() - until > 0) {
                startOver(each.getKey(), each.getValue());
                consumer.resume(List.of(each.getKey()));
                resting.remove(each.getKey());
            }
        }
    }

    /** All that stood in the ledger when this began is stored, by whichever instance. */
    boolean hasReachedTheEndOfItsBeginning() {
        return cursors.entrySet().stream()
                .allMatch(each -> each.getValue().stored() >= ends.getOrDefault(each.getKey(), 0L));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
