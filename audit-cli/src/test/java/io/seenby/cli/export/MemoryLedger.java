package io.seenby.cli.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger that a test may change as it likes. */
public final class MemoryLedger implements LedgerSource {

    /** Null is what is not there. */
    public record Entry(int partition, long offset, byte @Nullable [] key, byte @Nullable [] value, boolean mac) {
        public Entry at(long other) {
            return new Entry(partition, other, key, value, mac);
        }

        public Entry with(byte @Nullable [] other) {
            return new Entry(partition, offset, key, other, mac);
        }

        public Entry keyed(byte @Nullable [] other) {
            return new Entry(partition, offset, other, value, mac);
        }
    }

    public final List<byte[]> notes = new ArrayList<>();
    public final List<Entry> entries = new ArrayList<>();
    public final int partitions;
    private int handedOut;

    public MemoryLedger(int partitions) {
        this.partitions = partitions;
    }

    public MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger(partitions);
        copy.notes.addAll(notes);
        copy.entries.addAll(entries);
        return copy;
    }

    public long end(int partition) {
        return entries.stream()
                .filter(entry -> entry.partition() == partition)
                .mapToLong(entry -> entry.offset() + 1)
                .max()
                .orElse(0);
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public Instant asOf() {
        return Instant.parse("2026-03-05T12:00:00Z");
    }

    @Override
    public void checkpoints(Notes sink) {
        for (; handedOut < notes.size(); handedOut++) {
            sink.note(handedOut, notes.get(handedOut));
        }
    }

    @Override
    public List<Extent> partitions() {
        List<Extent> extents = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            extents.add(new Extent(i, end(i)));
        }
        return extents;
    }

    @Override
    public void records(Extent partition, Records records) {
        RecordView view = new RecordView();
        for (Entry entry : entries) {
            if (entry.partition() == partition.partition()) {
                view.at(entry.offset());
                byte[] key = entry.key();
                byte[] value = entry.value();
                view.key(key == null ? new byte[0] : key, 0, key == null ? -1 : key.length);
                view.value(value == null ? new byte[0] : value, 0, value == null ? -1 : value.length);
                if (entry.mac()) {
                    view.mac(new byte[] {1, 2, 3}, 0, 3);
                } else {
                    view.macLength(-1);
                }
                records.record(view);
            }
        }
    }

    @Override
    public double part() {
        return 0;
    }

    @Override
    public void close() {}
}
