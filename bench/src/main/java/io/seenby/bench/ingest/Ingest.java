package io.seenby.bench.ingest;

import io.seenby.bench.Benchmark;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Comparison;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.profile.Parts;
import io.seenby.bench.profile.Profile;
import io.seenby.bench.profile.Profiles;
import io.seenby.bench.stack.BenchStack;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The write side under full load, in both of its forms. */
public final class Ingest implements Benchmark {
    private static final Option SECONDS = new Option("seconds", 10, "length of one measurement");
    private static final Option WARM_UP = new Option("warm-up", 20, "seconds of warm-up");
    static final Option PRODUCERS = new Option("producers", 8, "connections that send batches");
    static final Option BATCH = new Option("batch", 1_000, "reports in a batch");
    static final Option CONNECTIONS =
            new Option("connections", 256, "connections that send single events: enough to keep every processor busy");
    static final Option LINGER = new Option("linger", 5, "milliseconds the baseline's producer waits to fill a batch");
    static final Option BATCH_BYTES = new Option("batch-bytes", 65_536, "the baseline's batch.size");
    static final Option LOOPS = new Option("bare-loops", 1, "event loops of the bare server");

    /** A leaf is hashed for its receipt alone; the projector hashes it for the tree. */
    private static final Parts PARTS = Parts.byPackage()
            .with(
                    "receipts",
                    "io.seenby.core.ledger.",
                    "io.seenby.access.receipt.",
                    "io.seenby.access.http.BatchReceipt");

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "Reports recorded per second: batches against kafka-producer-perf-test replaying the ledger's own"
                + " values, single events against a bare Vert.x server.";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.ROUNDS,
                SECONDS,
                WARM_UP,
                PRODUCERS,
                BATCH,
                CONNECTIONS,
                LINGER,
                BATCH_BYTES,
                LOOPS,
                Profile.ASKED,
                Option.SEED,
                Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting access-service");
            var service = stack.startService(Service.ACCESS, Map.of());
            var load = Load.onto(stack, chosen);
            var profiles = new Profiles(chosen, stack.file("ingest.jfr"), PARTS);
            var batches = Comparison.run(
                    "events/s",
                    profiles.of("batches", service.pid(), batches(chosen, service, load)),
                    new ProducerPerf(stack, chosen, length(chosen)),
                    chosen.count(Option.ROUNDS),
                    progress);
            var singles = singles(stack, chosen, load, service, profiles, progress);
            var settings = new ArrayList<>(stack.description());
            settings.add("access-service: peak RSS "
                    + ProcessFigures.of(service.pid()).peakMiB());
            settings.add(load.description());
            settings.add(ProducerPerf.description(chosen));
            var sections = new ArrayList<>(List.of(
                    new Report.Section(
                            "batches: events recorded per second; baseline: Kafka's performance tool", batches.table()),
                    new Report.Section(
                            "single events: events recorded per second; baseline: a bare server's 204",
                            singles.table())));
            sections.addAll(profiles.sections());
            return new Report(sections, settings);
        }
    }

    private static Contender batches(Options chosen, ServiceProcess service, Load load) {
        return new BatchDoor(service, load, length(chosen), warmUp(chosen));
    }

    private static Comparison singles(
            BenchStack stack, Options chosen, Load load, ServiceProcess service, Profiles profiles, Progress progress)
            throws Exception {
        try (var bare = BareServerProcess.start(stack, chosen.count(LOOPS))) {
            int connections = chosen.count(CONNECTIONS);
            var ours = new SingleDoor(
                    "access-service", load.singles(), service.pid(), connections, length(chosen), warmUp(chosen));
            var theirs = new SingleDoor(
                    "bare server", load.bare(bare.port()), bare.pid(), connections, length(chosen), warmUp(chosen));
            return Comparison.run(
                    "events/s",
                    profiles.of("single events", service.pid(), ours),
                    theirs,
                    chosen.count(Option.ROUNDS),
                    progress);
        }
    }

    private static Duration length(Options chosen) {
        return Duration.ofSeconds(chosen.get(SECONDS));
    }

    private static Duration warmUp(Options chosen) {
        return Duration.ofSeconds(chosen.get(WARM_UP));
    }
}
