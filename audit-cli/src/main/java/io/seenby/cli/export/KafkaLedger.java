package io.seenby.cli.export;

import io.seenby.events.CloudEventAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The ledger as it stands in the topics of a running broker. Of the headers only the MAC's counts, as for the projector. */
public final class KafkaLedger implements LedgerSource {

    private static final String LEDGER = "access-ledger";
    private static final String CHECKPOINTS = "ledger-checkpoints";
    private static final String ALERTS = "breach-alerts";
    private static final byte[] NOTHING = {};

    private final KafkaTopic topics;
    private long nextNote;
    private Instant asOf = Instant.now();
    private volatile long total;
    private volatile long done;

    private KafkaLedger(KafkaTopic topics) {
        this.topics = topics;
    }

    /** Throws {@link SourceUnreadable} if nobody answers there. */
    public static KafkaLedger at(String bootstrapServers) {
        return new KafkaLedger(new KafkaTopic(bootstrapServers));
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public void checkpoints(Notes notes) {
        int partition = topics.partitions(CHECKPOINTS).get(0);
        long end = topics.end(CHECKPOINTS, partition);
        topics.read(
                CHECKPOINTS,
                partition,
                nextNote,
                end,
                record -> notes.note(record.offset(), orNothing(record.value())));
        nextNote = end;
    }

    @Override
    public List<Extent> partitions() {
        List<Extent> extents = new ArrayList<>();
        for (int partition : topics.partitions(LEDGER)) {
            extents.add(new Extent(partition, topics.end(LEDGER, partition)));
        }
        asOf = Instant.now();
        total = extents.stream().mapToLong(Extent::end).sum();
        done = 0;
        return extents;
    }

    @Override
    public void records(Extent partition, Records records) {
        RecordView view = new RecordView();
        long before = done;
        topics.read(LEDGER, partition.partition(), 0, partition.end(), record -> {
            show(record, view);
            records.record(view);
            done = before + record.offset() + 1;
        });
    }

    private static void show(ConsumerRecord<byte[], byte[]> record, RecordView view) {
        byte[] key = record.key();
        byte[] value = record.value();
        Header mac = record.headers().lastHeader(CloudEventAttributes.MAC_HEADER);
        view.at(record.offset());
        view.key(orNothing(key), 0, key == null ? RecordView.NONE : key.length);
        view.value(orNothing(value), 0, value == null ? RecordView.NONE : value.length);
        if (mac == null || mac.value() == null) {
            view.macLength(RecordView.NONE);
        } else {
            view.mac(mac.value(), 0, mac.value().length);
        }
    }

    private static byte[] orNothing(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }

    /**
     * Hands out what dashboards were sent: each alert's bytes, and its offset.
     *
     * @param missing hears of a partition and the first of some offsets that hold nothing
     */
    public void alerts(ObjLongConsumer<byte[]> sink, ObjLongConsumer<Integer> missing) {
        for (int partition : topics.partitions(ALERTS)) {
            long[] next = {0};
            long end = topics.end(ALERTS, partition);
            topics.read(ALERTS, partition, 0, end, record -> {
                if (record.offset() != next[0]) {
                    missing.accept(partition, next[0]);
                }
                next[0] = record.offset() + 1;
                sink.accept(orNothing(record.value()), record.offset());
            });
            if (next[0] != end) {
                missing.accept(partition, next[0]);
            }
        }
    }

    @Override
    public double part() {
        return total == 0 ? 0 : Math.min(1, (double) done / total);
    }

    @Override
    public void close() {
        topics.close();
    }
}
