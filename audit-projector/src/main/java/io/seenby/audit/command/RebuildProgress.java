package io.seenby.audit.command;

import io.seenby.audit.pipeline.Batch;
import io.seenby.audit.pipeline.Outcome;
import io.seenby.audit.pipeline.PatientProjection;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Prints at most a line a second about how far a rebuild is. */
final class RebuildProgress implements PatientProjection.Listener {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private final LongAdder integrated = new LongAdder();
    private final long begin = System.nanoTime();
    private long expected;
    private long printed = begin;

    RebuildProgress(PrintStream out) {
        this.out = out;
    }

    void expect(long records) {
        expected += records;
    }

    @Override
    public void integrated(Outcome.Integrated outcome, Duration took) {
        integrated.add(outcome.records());
    }

    @Override
    public void retrying(Batch batch, SQLException fault, Duration pause) {
        out.printf("the database failed with SQLSTATE %s, again in %d s%n", fault.getSQLState(), pause.toSeconds());
    }

    void print() {
        long now = System.nanoTime();
        if (now - printed >= SECOND) {
            printed = now;
            line("rebuilding");
        }
    }

    void done(String schema) {
        line("rebuilt schema " + schema);
    }

    private void line(String what) {
        long records = integrated.sum();
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(
                "%s: %d of %d records, %.1f s, %.0f records/s%n", what, records, expected, seconds, records / seconds);
    }
}
