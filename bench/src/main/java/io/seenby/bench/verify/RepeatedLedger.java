package io.seenby.bench.verify;

import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.export.RecordView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ledger as long as wished, of entries that were really recorded, again and again with other numbers in their event ids.
 * It is made, not published: its MACs are those of the first time. What the verifier does with it is the same.
 */
final class RepeatedLedger implements LedgerSource {
    private final Map<Integer, List<RealEntry>> entries;
    private final Map<Integer, Long> ends = new TreeMap<>();
    private final Instant asOf = Instant.now();
    private List<byte[]> notes = List.of();

    /** About {@code count} entries, spread over the partitions as the real ones are. */
    RepeatedLedger(Map<Integer, List<RealEntry>> entries, long count) {
        this.entries = entries;
        long real = entries.values().stream().mapToLong(List::size).sum();
        entries.forEach((partition, own) -> ends.put(partition, Math.round((double) count * own.size() / real)));
    }

    RepeatedLedger signedBy(Pinned keys, long every) {
        notes = Checkpoints.of(this, keys, every).notes();
        return this;
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public void checkpoints(Notes sink) {
        for (int i = 0; i < notes.size(); i++) {
            sink.note(i, notes.get(i));
        }
    }

    @Override
    public List<Extent> partitions() {
        return ends.entrySet().stream()
                .map(end -> new Extent(end.getKey(), end.getValue()))
                .toList();
    }

    @Override
    public void records(Extent partition, Records sink) {
        var own = entries.getOrDefault(partition.partition(), List.of());
        var view = new RecordView();
        for (long offset = 0; offset < partition.end(); offset++) {
            sink.record(own.get((int) (offset % own.size())).shownAt(offset, view));
        }
    }

    @Override
    public double part() {
        return 0;
    }

    @Override
    public void close() {}
}
