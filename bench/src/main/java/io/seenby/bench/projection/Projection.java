package io.seenby.bench.projection;

import io.seenby.bench.Benchmark;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Comparison;
import io.seenby.bench.profile.Parts;
import io.seenby.bench.profile.Profile;
import io.seenby.bench.profile.Profiles;
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

    /** What it costs that a record is a leaf: hashing, the rows of the trees, reading and writing them. */
    private static final Parts PARTS = Parts.byPackage()
            .with(
                    "trees",
                    "io.seenby.core.ledger.",
                    "io.seenby.audit.pipeline.LedgerTree",
                    "io.seenby.audit.postgres.Tile")
            .with("writing entries", "io.seenby.audit.postgres.EntriesWriter")
            .with("writing what was judged", "io.seenby.audit.postgres.ChangesWriter")
            .with("loading facts", "io.seenby.audit.postgres.FactsReader")
            .with("rules", "io.seenby.core.detection.", "io.seenby.core.facts.", "io.seenby.core.completeness.")
            .with("decoding", "io.seenby.events.json.");

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
        return List.of(Option.ROUNDS, EVENTS, TENANTS, BATCH, Profile.ASKED, Option.SEED, Option.PORT_BASE);
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
                var profiles = new Profiles(chosen, stack.file("projection.jfr"), PARTS);
                var rebuild = new Rebuild(stack, database, ledger, profiles);
                var copy = new CopyEntries(database, stack.file("entries.rows"), chosen.count(BATCH));
                var comparison = Comparison.run("rows/s", rebuild, copy, chosen.count(Option.ROUNDS), progress);
                var settings = new ArrayList<>(stack.description());
                settings.add("ledger: " + ledger);
                settings.add("projector: a fresh process and schema each round, timed from the first position seen to"
                        + " the last; it writes every view, " + rebuild.written());
                settings.add("copy: " + copy.description());
                var sections = new ArrayList<>(List.of(new Report.Section(
                        "projection: ledger records integrated per second; baseline: COPY of entries alone",
                        comparison.table())));
                sections.addAll(profiles.sections());
                return new Report(sections, settings);
            }
        }
    }
}
