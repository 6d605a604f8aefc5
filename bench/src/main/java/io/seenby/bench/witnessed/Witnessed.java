package io.seenby.bench.witnessed;

import io.seenby.bench.Benchmark;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.corpus.Corpus;
import io.seenby.bench.corpus.Organisation;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.figures.Table;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Publisher;
import io.seenby.local.ServiceProcess.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a receipt to the first checkpoint over its entry that the witness cosigned, under steady traffic. */
public final class Witnessed implements Benchmark {
    private static final Option SECONDS = new Option("seconds", 30, "length of one round");
    private static final Option WARM_UP = new Option("warm-up", 15, "seconds of traffic before the first round");
    private static final Option TENANTS = new Option("tenants", 10, "tenants, each with a tree of its own");
    private static final Option RATE = new Option("rate", 1_000, "single events per second over all tenants");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "witnessed";
    }

    @Override
    public String about() {
        return "Seconds from the receipt of an event to a witnessed checkpoint that covers it, at a steady rate.";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.ROUNDS, SECONDS, WARM_UP, TENANTS, RATE, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting both services");
            var access = stack.startService(Service.ACCESS, Map.of());
            var audit = stack.startService(Service.AUDIT, Map.of());
            var traffic = traffic(stack, chosen);
            var witness = stack.local().signingKeys().witnessKey();
            try (var checkpoints = CheckpointTopic.follow(stack.local().kafka().bootstrapServers(), witness)) {
                progress.say("warm-up");
                measure(stack, traffic, checkpoints, Duration.ofSeconds(chosen.get(WARM_UP)));
                var rounds = new ArrayList<Round>();
                var table = new Table(Round.HEADING);
                for (int number = 1; number <= chosen.count(Option.ROUNDS); number++) {
                    var round = measure(stack, traffic, checkpoints, Duration.ofSeconds(chosen.get(SECONDS)));
                    rounds.add(round);
                    table.row(round.row(Integer.toString(number)));
                    progress.say("round %d of %d is measured".formatted(number, chosen.count(Option.ROUNDS)));
                }
                table.row(Round.over(rounds).row("all"));
                var settings = new ArrayList<>(stack.description());
                settings.add("peak RSS: access-service %s, audit-projector %s"
                        .formatted(
                                ProcessFigures.of(access.pid()).peakMiB(),
                                ProcessFigures.of(audit.pid()).peakMiB()));
                settings.add("checkpoints at the default interval, cosigned by a witness in a process of its own");
                return new Report(
                        List.of(new Report.Section(
                                "seconds from a receipt to a witnessed checkpoint over its entry; percentiles by"
                                        + " nearest rank",
                                table)),
                        settings);
            }
        }
    }

    private static Traffic traffic(BenchStack stack, Options chosen) throws IOException, InterruptedException {
        var publishers = new ArrayList<Publisher>();
        var corpora = new ArrayList<Corpus>();
        var base = Instant.now().minus(Duration.ofHours(3));
        for (int tenant = 0; tenant < chosen.count(TENANTS); tenant++) {
            var publisher = Publisher.opening(stack, "tenant-" + tenant);
            var corpus = new Corpus(chosen.get(Option.SEED) + tenant, Organisation.DIVISION, base);
            publisher.publishAll(corpus.facts(), 1_000);
            publishers.add(publisher);
            corpora.add(corpus);
        }
        return new Traffic(publishers, corpora, chosen.get(RATE));
    }

    private static Round measure(BenchStack stack, Traffic traffic, CheckpointTopic checkpoints, Duration length)
            throws Exception {
        long before = checkpoints.cosigned();
        var sent = traffic.send(length);
        double seconds = length.toSeconds();
        double checkpointsPerSecond = (checkpoints.cosigned() - before) / seconds;
        var indexes = LeafIndexes.of(stack.local().kafka().bootstrapServers());
        var waits = new double[sent.receipts().size()];
        for (int i = 0; i < waits.length; i++) {
            var receipt = sent.receipts().get(i);
            var leaf = indexes.at(receipt.place());
            waits[i] = (checkpoints.coverageOf(leaf.tenant(), leaf.index(), LIMIT) - receipt.receivedAt()) / 1e9;
        }
        long signatures =
                sent.receipts().stream().map(Receipt::signature).distinct().count();
        return new Round(waits, checkpointsPerSecond, signatures / seconds, sent.late());
    }
}
