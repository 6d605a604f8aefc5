package io.seenby.bench.verify;

import io.seenby.bench.Benchmark;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Comparison;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Prefill;
import io.seenby.cli.export.ExportWriter;
import io.seenby.cli.export.KafkaLedger;
import io.seenby.local.ServiceProcess.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Verifying a published ledger, from its export and from its topics; and the memory it takes as ledgers grow. */
public final class Verify implements Benchmark {
    private static final Option EVENTS = new Option("events", 500_000, "reports in the ledger");
    private static final Option TENANTS = new Option("tenants", 4, "tenants of the ledger");
    private static final Option EVERY = new Option("checkpoint-every", 5_000, "entries of a tenant to a checkpoint");
    private static final Option PASSES = new Option("passes", 3, "times the export is read in one measurement");
    private static final Option LARGE = new Option("large", 0, "entries of a last ledger for memory alone; 0: none");
    private static final long SMALL = 100_000;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String about() {
        return "The verifier from an export against bare SHA-256 of the same values, from the topics against"
                + " kafka-consumer-perf-test; its memory as ledgers grow.";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.ROUNDS, EVENTS, TENANTS, EVERY, PASSES, LARGE, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting access-service");
            var access = stack.startService(Service.ACCESS, Map.of());
            var filled = Prefill.of(stack, chosen.count(TENANTS), chosen.get(EVENTS), chosen.get(Option.SEED));
            access.stop();
            var keys = new Pinned();
            var export = stack.file("published.ledger");
            int checkpoints = sign(stack, keys, chosen.get(EVERY), export);
            var contents = Contents.of(export);
            progress.say("published: " + contents);
            var fromFile = fromFile(export, contents, keys, chosen, progress);
            var fromTopics = fromTopics(stack, contents, keys, chosen, progress);
            var memory =
                    new Growth(export, keys, chosen.get(EVERY), progress).table(SMALL, contents, chosen.get(LARGE));
            var settings = new ArrayList<>(stack.description());
            settings.add("published ledger: " + filled + "; " + contents);
            settings.add("checkpoints: %d, each with two signatures, by keys of this run".formatted(checkpoints));
            settings.add("verify and sha-256: in this JVM, warm; consumer-perf: a JVM of its own, its second run in it,"
                    + " without joining its group");
            settings.add("memory: processes of their own with " + String.join(" ", Footprint.FLAGS));
            return new Report(
                    List.of(
                            new Report.Section(
                                    "from an export, MB of values per second; baseline: SHA-256 of each value alone",
                                    fromFile.table()),
                            new Report.Section(
                                    "from the topics, entries per second; baseline: Kafka's own tool reading them",
                                    fromTopics.table()),
                            new Report.Section("memory of a verification from an export", memory)),
                    settings);
        }
    }

    /** Checkpoints onto their topic, then everything into a file. Answers how many. */
    private static int sign(BenchStack stack, Pinned keys, long every, Path export) throws Exception {
        var kafka = stack.local().kafka().bootstrapServers();
        Checkpoints checkpoints;
        try (var ledger = KafkaLedger.at(kafka)) {
            checkpoints = Checkpoints.of(ledger, keys, every);
        }
        checkpoints.append(kafka);
        try (var ledger = KafkaLedger.at(kafka)) {
            ExportWriter.write(ledger, export);
        }
        return checkpoints.notes().size();
    }

    private static Comparison fromFile(Path export, Contents contents, Pinned keys, Options chosen, Progress progress)
            throws Exception {
        double megabytes = contents.bytes() / 1e6;
        int passes = chosen.count(PASSES);
        return Comparison.run(
                "MB/s",
                new Verifier(List.of("--export", export.toString()), keys, megabytes, passes),
                new BareHash(export, megabytes, passes),
                chosen.count(Option.ROUNDS),
                progress);
    }

    private static Comparison fromTopics(
            BenchStack stack, Contents contents, Pinned keys, Options chosen, Progress progress) throws Exception {
        return Comparison.run(
                "entries/s",
                new Verifier(List.of("--kafka", stack.local().kafka().bootstrapServers()), keys, contents.records(), 1),
                new ConsumerPerf(stack, contents.records()),
                chosen.count(Option.ROUNDS),
                progress);
    }
}
