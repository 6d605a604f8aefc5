package io.seenby.bench.projection;

import io.seenby.bench.Benchmark;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Comparison;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Prefill;
import io.seenby.local.ServiceProcess.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rebuilding all views from the ledger's beginning, against COPY of the finished entries alone. */
public final class Projection implements Benchmark {
    private static final Option EVENTS = new Option("events", 300_000, "reports in the ledger");
    private static final Option TENANTS = new Option("tenants", 4, "tenants, each on a partition of its own");
    private static final Option BATCH = new Option("batch", 5_000, "rows in one transaction of the baseline");

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String about() {
        return "Entries integrated per second with all views, against COPY of the same rows into an entries table"
                + " with the same indexes.";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.ROUNDS, EVENTS, TENANTS, BATCH, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting access-service");
            var access = stack.startService(Service.ACCESS, Map.of());
            var ledger = Prefill.of(stack, chosen.count(TENANTS), chosen.get(EVENTS), chosen.get(Option.SEED));
            progress.say("the ledger holds " + ledger.records() + " records");
            access.stop();
            try (var database = new ViewsDatabase(stack.local().postgres())) {
                var rebuild = new Rebuild(stack, database, ledger);
                var copy = new CopyEntries(database, stack.file("entries.rows"), chosen.count(BATCH));
                var comparison = Comparison.run("rows/s", rebuild, copy, chosen.count(Option.ROUNDS), progress);
                var settings = new ArrayList<>(stack.description());
                settings.add("ledger: " + ledger);
                settings.add("projector: a fresh process and schema each round, timed from the first position seen to"
                        + " the last; it writes every view, " + rebuild.written());
                settings.add("copy: " + copy.description());
                return new Report(
                        List.of(new Report.Section(
                                "projection: ledger records integrated per second; baseline: COPY of entries alone",
                                comparison.table())),
                        settings);
            }
        }
    }
}
