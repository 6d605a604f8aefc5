package io.seenby.audit.reconcile;

import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of one tree that follow one another in it, from an index on. */
final class Chunk {

    private static final byte[] NOTHING = {};

    /** As it stands on the topic. */
    record Leaf(long index, long offset, byte[] value, Hash hash) {}

    private final String tenant;
    private final TreeHasher hasher = new TreeHasher();
    private final List<Leaf> leaves = new ArrayList<>();
    private long next;

    Chunk(String tenant, long first) {
        this.tenant = tenant;
        this.next = first;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        leaves.add(new Leaf(next++, record.offset(), value, hasher.leaf(value)));
    }

    String tenant() {
        return tenant;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Index of the next record of the tree. */
    long end() {
        return next;
    }
}
