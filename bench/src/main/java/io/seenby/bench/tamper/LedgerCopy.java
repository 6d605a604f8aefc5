package io.seenby.bench.tamper;

import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.export.RecordView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ledger in memory that can be changed at will, as somebody with the broker's disks can. */
final class LedgerCopy implements LedgerSource {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final Map<Integer, List<Entry>> log = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean notesRead;

    static LedgerCopy of(LedgerSource source) {
        LedgerCopy copy = new LedgerCopy();
        source.checkpoints((offset, note) -> copy.notes.add(new String(note, StandardCharsets.UTF_8)));
        for (Extent extent : source.partitions()) {
            List<Entry> entries = new ArrayList<>();
            source.records(
                    extent,
                    record -> entries.add(new Entry(
                            record.offset(), record.key(), record.hasValue() ? record.value() : null, new byte[] {1})));
            copy.log.put(extent.partition(), entries);
        }
        return copy;
    }

    LedgerCopy copy() {
        LedgerCopy copy = new LedgerCopy();
        log.forEach((partition, entries) -> copy.log.put(partition, new ArrayList<>(entries)));
        copy.notes.addAll(notes);
        return copy;
    }

    List<Entry> partition(int number) {
        return log.getOrDefault(number, List.of());
    }

    Map<Integer, List<Entry>> log() {
        return log;
    }

    /** Signed notes in the order of their topic. */
    List<String> notes() {
        return notes;
    }

    /** Closes the gaps, or makes room: offsets follow one another again. */
    void renumber(int partition) {
        List<Entry> entries = partition(partition);
        for (int i = 0; i < entries.size(); i++) {
            entries.set(i, entries.get(i).at(i));
        }
    }

    @Override
    public boolean isLive() {
        return false;
    }

    /** A minute later: what was cosigned within the last seconds could still be on its way to the topic. */
    @Override
    public Instant asOf() {
        return Instant.now().plus(LATER);
    }

    @Override
    public void checkpoints(Notes sink) {
        for (int i = 0; i < notes.size() && !notesRead; i++) {
            sink.note(i, notes.get(i).getBytes(StandardCharsets.UTF_8));
        }
        notesRead = true;
    }

    @Override
    public List<Extent> partitions() {
        return log.entrySet().stream()
                .map(each -> new Extent(each.getKey(), end(each.getValue())))
                .toList();
    }

    private static long end(List<Entry> entries) {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).offset() + 1;
    }

    @Override
    public void records(Extent partition, Records sink) {
        RecordView view = new RecordView();
        for (Entry entry : partition(partition.partition())) {
            byte[] value = entry.bytes();
            sink.record(view.at(entry.offset())
                    .key(entry.key(), 0, entry.key().length)
                    .mac(entry.mac(), 0, entry.mac().length)
                    .value(value, 0, entry.value() == null ? RecordView.NONE : value.length));
        }
    }

    @Override
    public double part() {
        return 0;
    }

    @Override
    public void close() {}
}
