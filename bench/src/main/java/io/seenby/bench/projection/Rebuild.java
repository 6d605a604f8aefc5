package io.seenby.bench.projection;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.figures.Comparison;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.profile.Profiles;
import io.seenby.bench.projection.ViewsDatabase.Standing;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Prefill;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** audit-projector from the ledger's beginning to its end, in a fresh process and a fresh schema. */
final class Rebuild implements Contender {
    /** The schema of the warm-up stays: the baseline takes its rows and its indexes from there. */
    static final String TEMPLATE = "bench_template";

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final BenchStack stack;
    private final ViewsDatabase database;
    private final Prefill ledger;
    private final Profiles profiles;

    Rebuild(BenchStack stack, ViewsDatabase database, Prefill ledger, Profiles profiles) {
        this.stack = stack;
        this.database = database;
        this.ledger = ledger;
        this.profiles = profiles;
    }

    @Override
    public String name() {
        return "projector";
    }

    @Override
    public List<String> besideNames() {
        return List.of("second half", "CPU us/row", "peak RSS");
    }

    @Override
    public void warmUp() throws Exception {
        run(TEMPLATE);
    }

    @Override
    public Measured measure(int round) throws Exception {
        String schema = "bench_views_" + round;
        var measured = run(schema);
        database.drop(schema);
        return measured;
    }

    private Measured run(String schema) throws Exception {
        database.settle();
        var projector = stack.service(Service.AUDIT, Map.of("SEENBY_SCHEMA", schema, "SEENBY_GROUP", schema));
        // It is ready only when it has caught up, so its start returns too late to be waited for.
        var starting = CompletableFuture.runAsync(() -> projector.start(LIMIT), Thread::startVirtualThread);
        try {
            return watch(schema, projector, starting);
        } finally {
            projector.stop();
            starting.exceptionally(stopped -> null).join();
        }
    }

    private Measured watch(String schema, ServiceProcess projector, CompletableFuture<Void> starting)
            throws SQLException, IOException, InterruptedException {
        var first = Moment.NONE;
        var half = Moment.NONE;
        while (true) {
            var now = new Moment(System.nanoTime(), database.standing(schema));
            long integrated = now.standing().integrated();
            if (integrated > 0 && first == Moment.NONE) {
                first = now;
                profiles.begin(projector.pid());
            }
            if (integrated >= ledger.records() / 2 && half == Moment.NONE) {
                half = now;
            }
            if (integrated >= ledger.records()) {
                profiles.end("projection");
                return finished(now, first, half, projector);
            }
            if (starting.isCompletedExceptionally()) {
                throw new NotMeasured("the projector stands at %d of %d records. %s"
                        .formatted(
                                integrated,
                                ledger.records(),
                                starting.exceptionNow().getMessage()));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private Measured finished(Moment end, Moment first, Moment half, ServiceProcess projector) {
        var process = ProcessFigures.of(projector.pid());
        if (end.standing().rows() != ledger.records()) {
            throw new NotMeasured("of %d records %d became rows and %d did not"
                    .formatted(
                            ledger.records(),
                            end.standing().rows(),
                            end.standing().others()));
        }
        if (end.nanos() == first.nanos()) {
            throw new NotMeasured("the ledger is too short: the projector was done before it was seen beginning");
        }
        return Measured.of(
                end.rateSince(first),
                end.nanos() == half.nanos() ? "-" : Comparison.whole(end.rateSince(half)),
                "%.1f".formatted(process.processorTime().toNanos() / 1e3 / ledger.records()),
                process.peakMiB());
    }

    /** Where it stood when. */
    private record Moment(long nanos, Standing standing) {
        static final Moment NONE = new Moment(0, Standing.NOWHERE);

        double rateSince(Moment earlier) {
            return (standing.integrated() - earlier.standing.integrated()) / ((nanos - earlier.nanos) / 1e9);
        }
    }

    /** What the views hold beside the entries, to be read with the ratio. */
    String written() throws SQLException {
        return "%,d entries, %,d clients of entries, %,d relationships, %,d findings, %,d alerts"
                .formatted(
                        database.count(TEMPLATE, "entries"),
                        database.count(TEMPLATE, "entry_clients"),
                        database.count(TEMPLATE, "relationships"),
                        database.count(TEMPLATE, "findings"),
                        database.count(TEMPLATE, "alerts"));
    }
}
