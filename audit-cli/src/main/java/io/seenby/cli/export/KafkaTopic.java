package io.seenby.cli.export;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from offset to offset: in no group, so that it leaves no trace, and from no other end than it was told. */
final class KafkaTopic implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Polled NOTHING_MORE = new Polled(List.of(), 0);

    private final String servers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ExecutorService polling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("poll").factory());

    KafkaTopic(String servers) {
        this.servers = servers;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * MEBIBYTE);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MEBIBYTE);
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 2 * MEBIBYTE);
        // What is read is there already: a fetch that waits at the end of one partition only delays the next one's
        // first.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        try {
            this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException unusable) {
            throw new SourceUnreadable(
                    "Nothing can be read from " + servers + ": " + unusable.getMessage() + ".", unusable);
        }
    }

    List<Integer> partitions(String topic) {
        return guarded(() -> {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new SourceUnreadable("There is no topic " + topic + " at " + servers + ".");
            }
            return found.stream().map(PartitionInfo::partition).sorted().toList();
        });
    }

    /** First offset that no record has yet. */
    long end(String topic, int partition) {
        TopicPartition of = new TopicPartition(topic, partition);
        return guarded(() -> consumer.endOffsets(List.of(of)).getOrDefault(of, 0L));
    }

    /** Hands out what is there from {@code from}, or from the first record if that is later, up to {@code end}. */
    void read(String topic, int partition, long from, long end, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        TopicPartition of = new TopicPartition(topic, partition);
        guarded(() -> {
            long first = consumer.beginningOffsets(List.of(of)).getOrDefault(of, 0L);
            if (Math.max(from, first) < end) {
                consumer.assign(List.of(of));
                consumer.seek(of, Math.max(from, first));
                poll(of, end, sink);
            }
            return end;
        });
    }

    /** While the records of one poll are looked at, the next is under way. */
    private void poll(TopicPartition of, long end, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        long lastProgress = System.nanoTime();
        long position = consumer.position(of);
        CompletableFuture<Polled> coming = next(of);
        try {
            while (position < end) {
                Polled polled = coming.join();
                if (polled.position() < end) {
                    coming = next(of);
                }
                for (ConsumerRecord<byte[], byte[]> record : polled.records()) {
                    if (record.offset() < end) {
                        sink.accept(record);
                    }
                }
                if (polled.position() > position) {
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress > LIMIT.toNanos()) {
                    throw new SourceUnreadable("The broker " + servers + " gave no record of " + of + " at offset "
                            + position + " for " + LIMIT.toSeconds() + " s.");
                }
                position = polled.position();
            }
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof KafkaException why ? why : failed;
        } finally {
            // Nobody else may use the consumer before.
            coming.exceptionally(failed -> NOTHING_MORE).join();
        }
    }

    /** @param position the offset that comes after the records, and after what cannot be read between them */
    private record Polled(List<ConsumerRecord<byte[], byte[]>> records, long position) {}

    private CompletableFuture<Polled> next(TopicPartition of) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<ConsumerRecord<byte[], byte[]>> records =
                            consumer.poll(Duration.ofMillis(500)).records(of);
                    return new Polled(records, consumer.position(of));
                },
                polling);
    }

    private interface Question<T> {
        T ask();
    }

    private <T> T guarded(Question<T> question) {
        try {
            return question.ask();
        } catch (KafkaException failed) {
            throw new SourceUnreadable("The topics at " + servers + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        polling.shutdown();
        consumer.close();
    }
}
