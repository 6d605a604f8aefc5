package io.seenby.bench.verify;

import io.seenby.bench.Progress;
import io.seenby.bench.figures.Table;
import io.seenby.cli.export.ExportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Memory of a verification while the ledger grows: of one that was published, and of shorter and longer ones that are made
 * of its entries.
 */
final class Growth {
    private final Path published;
    private final Pinned keys;
    private final long every;
    private final Progress progress;
    private final Table table =
            new Table(List.of("ledger", "entries", "file", "peak RSS", "most live heap", "seconds"));

    /** @param every entries of a tenant to a checkpoint */
    Growth(Path published, Pinned keys, long every, Progress progress) {
        this.published = published;
        this.keys = keys;
        this.every = every;
        this.progress = progress;
    }

    /** @param large entries of the last ledger; 0: none */
    Table table(long small, Contents contents, long large) throws IOException, InterruptedException {
        var real = RealEntry.of(published);
        made(real, small);
        progress.say("memory: the published ledger");
        row("published", contents.records(), published);
        if (large > 0) {
            made(real, large);
        }
        return table;
    }

    private void made(Map<Integer, List<RealEntry>> real, long entries) throws IOException, InterruptedException {
        progress.say("memory: a made ledger of %,d entries".formatted(entries));
        var export = published.resolveSibling("made.ledger");
        long written = ExportWriter.write(new RepeatedLedger(real, entries).signedBy(keys, every), export);
        row("made", written, export);
        Files.delete(export);
    }

    private void row(String ledger, long entries, Path export) throws IOException, InterruptedException {
        var footprint = Footprint.of(export, keys);
        table.row(List.of(
                ledger,
                "%,d".formatted(entries),
                "%,d MiB".formatted(Files.size(export) >> 20),
                footprint.peakRss(),
                footprint.mostHeapMiB() + " MiB",
                "%.1f".formatted(footprint.seconds())));
    }
}
