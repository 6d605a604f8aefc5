package io.seenby.bench.verify;

import io.seenby.cli.export.LedgerSource;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Signed notes over a ledger all of whose records are some tenant's: one every so many entries, and one over all. */
record Checkpoints(List<byte[]> notes) {
    private static final String TOPIC = "ledger-checkpoints";

    static Checkpoints of(LedgerSource ledger, Pinned keys, long every) {
        var notes = new ArrayList<byte[]>();
        var hasher = new TreeHasher();
        for (LedgerSource.Extent partition : ledger.partitions()) {
            Map<String, GrowingTree> trees = new HashMap<>();
            ledger.records(partition, record -> {
                var tenant =
                        new String(record.keyBytes(), record.keyFrom(), record.keyLength(), StandardCharsets.UTF_8);
                var tree = trees.computeIfAbsent(tenant, first -> GrowingTree.empty());
                tree.append(hasher.leaf(record.valueBytes(), record.valueFrom(), record.hashedLength()));
                if (tree.size() % every == 0) {
                    notes.add(keys.checkpoint(tenant, tree));
                }
            });
            trees.forEach((tenant, tree) -> {
                if (tree.size() % every != 0) {
                    notes.add(keys.checkpoint(tenant, tree));
                }
            });
        }
        return new Checkpoints(List.copyOf(notes));
    }

    /** Puts them where the projector would. */
    void append(String bootstrapServers) throws ExecutionException, InterruptedException {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            notes.forEach(note -> sent.add(producer.send(new ProducerRecord<>(TOPIC, note))));
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }
}
