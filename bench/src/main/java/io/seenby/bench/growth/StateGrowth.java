package io.seenby.bench.growth;

import io.seenby.bench.Benchmark;
import io.seenby.bench.NotMeasured;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.figures.Table;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Prefill;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Rows of state and memory of the projector at several lengths of one ledger, whose clients and actors stay the same. */
public final class StateGrowth implements Benchmark {
    private static final Option EVENTS = new Option("events", 2_000_000, "reports in the ledger");
    private static final Option TENANTS = new Option("tenants", 4, "tenants, each on a partition of its own");
    private static final Option STEPS = new Option("steps", 5, "how often to look, each time at twice the length");

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "Rows that the rules remember, and memory of the projector, while the number of accesses grows.";
    }

    @Override
    public List<Option> options() {
        return List.of(EVENTS, TENANTS, STEPS, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting access-service");
            var access = stack.startService(Service.ACCESS, Map.of());
            var ledger = Prefill.of(stack, chosen.count(TENANTS), chosen.get(EVENTS), chosen.get(Option.SEED));
            access.stop();
            progress.say("the ledger holds " + ledger.records() + " records");
            try (var state = new StateRows(stack.local().postgres())) {
                var projector = stack.service(Service.AUDIT, Map.of());
                // It is ready only when it has caught up, so its start returns too late to be waited for.
                var starting = CompletableFuture.runAsync(() -> projector.start(LIMIT), Thread::startVirtualThread);
                try {
                    var table = new Table(List.of(
                            "records in the views",
                            "records/s since",
                            "peak RSS",
                            "rows of state",
                            "findings",
                            "alerts"));
                    watch(
                            state,
                            projector,
                            starting,
                            milestones(ledger.records(), chosen.count(STEPS)),
                            table,
                            progress);
                    var settings = new ArrayList<>(stack.description());
                    settings.add("ledger: " + ledger);
                    return new Report(
                            List.of(
                                    new Report.Section("growth: one ledger, looked at while it is projected", table),
                                    new Report.Section("rows of state in the end, by table", state.byTable())),
                            settings);
                } finally {
                    projector.stop();
                    starting.exceptionally(stopped -> null).join();
                }
            }
        }
    }

    /** The last is all there is, each other half of the next. */
    static List<Long> milestones(long records, int steps) {
        var milestones = new ArrayList<Long>();
        for (long at = records; milestones.size() < steps && at > 0; at /= 2) {
            milestones.addFirst(at);
        }
        return milestones;
    }

    private static void watch(
            StateRows state,
            ServiceProcess projector,
            CompletableFuture<Void> starting,
            List<Long> milestones,
            Table table,
            Progress progress)
            throws SQLException, InterruptedException {
        long before = 0;
        long since = 0;
        for (long milestone : milestones) {
            long now = await(state, starting, milestone);
            long at = System.nanoTime();
            String rate = before == 0 ? "-" : "%,.0f".formatted((now - before) / ((at - since) / 1e9));
            table.row(List.of(
                    "%,d".formatted(now),
                    rate,
                    ProcessFigures.of(projector.pid()).peakMiB(),
                    "%,d".formatted(state.rows()),
                    "%,d".formatted(state.count("findings")),
                    "%,d".formatted(state.count("alerts"))));
            progress.say("%,d records are in the views".formatted(now));
            before = now;
            since = at;
        }
    }

    private static long await(StateRows state, CompletableFuture<Void> starting, long records)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (long now = state.integrated(); ; now = state.integrated()) {
            if (now >= records) {
                return now;
            }
            if (starting.isCompletedExceptionally()) {
                throw new NotMeasured("the projector stands at %d of %d records. %s"
                        .formatted(now, records, starting.exceptionNow().getMessage()));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NotMeasured("not everything was projected within " + LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
