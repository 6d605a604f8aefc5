package io.seenby.bench.witnessed;

import io.seenby.bench.NotMeasured;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the checkpoints as they are published, and keeps when each that the witness cosigned was there to be read. */
final class CheckpointTopic implements AutoCloseable {
    private static final String TOPIC = "ledger-checkpoints";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final VerifierKey witness;
    private final Map<String, NavigableMap<Long, Long>> seen = new HashMap<>();
    private final Thread reader;
    private long cosigned;

    private CheckpointTopic(KafkaConsumer<byte[], byte[]> consumer, VerifierKey witness) {
        this.consumer = consumer;
        this.witness = witness;
        this.reader = Thread.ofPlatform().daemon().name("checkpoints").start(this::read);
    }

    static CheckpointTopic follow(String bootstrapServers, VerifierKey witness) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partition = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return new CheckpointTopic(consumer, witness);
    }

    private void read() {
        try (consumer) {
            while (true) {
                var batch = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> record : batch) {
                    note(Note.parse(new String(record.value(), StandardCharsets.UTF_8)), now);
                }
            }
        } catch (WakeupException closing) {
            // As wished.
        }
    }

    private synchronized void note(Note note, long now) {
        if (witness.cosignedAt(note).isPresent()) {
            var stated = Checkpoint.parse(note.text());
            seen.computeIfAbsent(stated.origin(), first -> new TreeMap<>()).putIfAbsent(stated.size(), now);
            cosigned++;
            notifyAll();
        }
    }

    /**
     * When the first cosigned checkpoint that covers an entry was there; waits for it.
     *
     * @throws NotMeasured if it doesn't come in time
     */
    synchronized long coverageOf(String tenant, long index, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var covering =
                    seen.getOrDefault("seenby/" + tenant, new TreeMap<>()).ceilingEntry(index + 1);
            if (covering != null) {
                return covering.getValue();
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new NotMeasured("no witnessed checkpoint covered entry %d of %s within %d s"
                        .formatted(index, tenant, limit.toSeconds()));
            }
            wait(left);
        }
    }

    /** How many cosigned ones were seen so far. */
    synchronized long cosigned() {
        return cosigned;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join();
    }
}
