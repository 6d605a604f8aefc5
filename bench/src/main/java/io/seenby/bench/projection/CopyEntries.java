package io.seenby.bench.projection;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: rows that are finished already, loaded by binary COPY over one connection into a table with the
 * columns and indexes of entries. No Kafka, no parsing, no rules, no other table.
 */
final class CopyEntries implements Contender {
    private final ViewsDatabase database;
    private final Path file;
    private final int batch;
    private @Nullable BinaryRows exported;

    CopyEntries(ViewsDatabase database, Path file, int batch) {
        this.database = database;
        this.file = file;
        this.batch = batch;
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public List<String> besideNames() {
        return List.of();
    }

    @Override
    public void warmUp() throws SQLException, IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            database.exportEntries(Rebuild.TEMPLATE, out);
        }
        exported = BinaryRows.in(file, batch);
        measure(0);
    }

    @Override
    public Measured measure(int round) throws SQLException {
        var rows = Objects.requireNonNull(exported);
        String schema = "bench_copy_" + round;
        database.createEntriesLike(Rebuild.TEMPLATE, schema);
        database.settle();
        long begin = System.nanoTime();
        for (BinaryRows.Cut cut : rows.batches()) {
            database.importEntries(schema, rows.read(cut));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (database.count(schema, "entries") != rows.rows()) {
            throw new NotMeasured("COPY did not load every row");
        }
        database.drop(schema);
        return Measured.of(rows.rows() / seconds);
    }

    String description() {
        var rows = Objects.requireNonNull(exported);
        return "the same %,d rows, one connection, %,d transactions of %,d rows, binary, as the superuser (no row security)"
                .formatted(rows.rows(), rows.batches().size(), batch);
    }
}
