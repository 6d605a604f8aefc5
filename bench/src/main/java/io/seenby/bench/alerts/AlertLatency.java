package io.seenby.bench.alerts;

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
import io.seenby.bench.stack.Tokens;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From before the POST of a breach to its alert, at rest and under background traffic, in turns. */
public final class AlertLatency implements Benchmark {
    private static final Option SAMPLES = new Option("samples", 20, "breaches in one round of one state");
    private static final Option PAUSE = new Option("pause", 300, "milliseconds between two breaches");
    private static final Option RATE = new Option("rate", 1_000, "events per second in the background");
    private static final String TENANT = "tenant-0";

    @Override
    public String name() {
        return "alert-latency";
    }

    @Override
    public String about() {
        return "Milliseconds from publishing a disclosure without basis to its alert on the stream and on the topic,"
                + " at rest and under load.";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.ROUNDS, SAMPLES, PAUSE, RATE, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting both services");
            var access = stack.startService(Service.ACCESS, Map.of());
            var audit = stack.startService(Service.AUDIT, Map.of());
            var publisher = Publisher.opening(stack, TENANT);
            var corpus = new Corpus(
                    chosen.get(Option.SEED),
                    Organisation.DIVISION,
                    Instant.now().minus(Duration.ofHours(1)));
            publisher.publishAll(corpus.facts(), 1_000);
            var token = new Tokens(stack.local().identity().issuerUrl())
                    .of("auditor investigator privacy-officer", "bench-auditor", TENANT);
            var kafka = stack.local().kafka().bootstrapServers();
            try (var stream = AlertStream.open(audit.url(), token);
                    var topic = AlertTopic.open(kafka);
                    var background = new Background(publisher, corpus, chosen.get(RATE))) {
                var breaches = new Breaches(
                        publisher, stream, topic, Organisation.DIVISION, Duration.ofMillis(chosen.get(PAUSE)));
                progress.say("warm-up");
                breaches.sample(chosen.count(SAMPLES));
                var atRest = new ArrayList<Sample>();
                var underLoad = new ArrayList<Sample>();
                measure(chosen, progress, breaches, background, atRest, underLoad);
                var settings = new ArrayList<>(stack.description());
                settings.addAll(peaks(access, audit));
                settings.add("background: " + background.description());
                return new Report(
                        List.of(new Report.Section(
                                "milliseconds from before the POST of a breach; percentiles by nearest rank",
                                table(atRest, underLoad))),
                        settings);
            }
        }
    }

    private static void measure(
            Options chosen,
            Progress progress,
            Breaches breaches,
            Background background,
            List<Sample> atRest,
            List<Sample> underLoad)
            throws Exception {
        int rounds = chosen.count(Option.ROUNDS);
        for (int round = 1; round <= rounds; round++) {
            for (boolean load : round % 2 == 1 ? new boolean[] {false, true} : new boolean[] {true, false}) {
                if (load) {
                    background.begin();
                }
                var samples = breaches.sample(chosen.count(SAMPLES));
                if (load) {
                    background.end();
                }
                (load ? underLoad : atRest).addAll(samples);
                progress.say("round %d of %d: %s, median %.1f ms to the stream"
                        .formatted(
                                round,
                                rounds,
                                load ? "under load" : "at rest",
                                Latencies.median(samples, Sample::toStream)));
            }
        }
    }

    private static Table table(List<Sample> atRest, List<Sample> underLoad) {
        var table = new Table(List.of("state, until", "samples", "median", "p95", "p99", "max"));
        Latencies.rows("at rest", atRest).forEach(table::row);
        Latencies.rows("under load", underLoad).forEach(table::row);
        return table;
    }

    private static List<String> peaks(ServiceProcess... services) {
        return java.util.Arrays.stream(services)
                .map(service -> service.name() + ": peak RSS "
                        + ProcessFigures.of(service.pid()).peakMiB())
                .toList();
    }
}
