package io.seenby.cli.verify;

import io.seenby.cli.export.MemoryLedger;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a ledger as the services do, and knows itself which record belongs into which tree. */
final class Scribe {

    static final Instant COSIGNED = Instant.parse("2026-03-05T11:00:00Z");

    private static final String OPENED = """
            {"actor":{"kind":"service","ref":"-yN3HUsAMug3la3LrTgr6Q"},"contentTag":"J2RHEkr4ddNTrVWRrv3pJw",\
            "eventId":"opened","instance":"one","occurredAt":"2026-03-04T10:15:30Z","partition":%d,\
            "publisher":"seenby","recordedAt":"2026-03-04T10:15:31Z","sealed":[],"tenant":"%s","type":"seenby.tenant-opened.v1"}""";

    final MemoryLedger ledger;
    final Map<String, GrowingTree> trees = new TreeMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final TreeHasher hasher = new TreeHasher();
    private int count;

    Scribe(int partitions) {
        this.ledger = new MemoryLedger(partitions);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] opened(String tenant, int partition) {
        return bytes(OPENED.formatted(partition, tenant));
    }

    Scribe open(String tenant, int partition) {
        partitions.put(tenant, partition);
        return write("seenby/" + tenant, partition, bytes(tenant), opened(tenant, partition), true);
    }

    Scribe entries(String tenant, int howMany) {
        for (int i = 0; i < howMany; i++) {
            byte[] value = bytes("{\"entry\":" + count++ + ",\"of\":\"" + tenant + "\"}");
            write("seenby/" + tenant, partitions.get(tenant), bytes(tenant), value, true);
        }
        return this;
    }

    /** A record of nobody, then one without value in a tenant's name. */
    Scribe strangers(int partition, String tenant) {
        String tree = "seenby/~unattributed/" + partition;
        write(tree, partition, bytes("nobody-" + count), bytes("whatever " + count++), true);
        return write(tree, partition, bytes(tenant), null, false);
    }

    Scribe write(String tree, int partition, byte @Nullable [] key, byte @Nullable [] value, boolean mac) {
        ledger.entries.add(new MemoryLedger.Entry(partition, ledger.end(partition), key, value, mac));
        trees.computeIfAbsent(tree, first -> GrowingTree.empty())
                .append(hasher.leaf(value == null ? new byte[0] : value));
        return this;
    }

    /** Signs all trees as they stand, and has them cosigned. */
    Scribe checkpoints() {
        trees.keySet()
                .forEach(origin -> ledger.notes.add(bytes(cosigned(note(origin)).format())));
        return this;
    }

    Checkpoint checkpoint(String origin) {
        GrowingTree tree = trees.get(origin);
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    Note note(String origin) {
        return signed(checkpoint(origin), Keys.LOG);
    }

    static Note signed(Checkpoint checkpoint, SigningKey by) {
        return new Note(checkpoint.text(), List.of(by.sign(checkpoint.origin(), checkpoint.text())));
    }

    static Note cosigned(Note note) {
        return note.with(Keys.WITNESS.cosign(Keys.WITNESS_KEY.name(), note.text(), COSIGNED));
    }
}
