package io.seenby.bench.sealing;

import io.seenby.bench.Benchmark;
import io.seenby.bench.NotMeasured;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Comparison;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.figures.Table;
import io.seenby.bench.http.ClosedLoop;
import io.seenby.bench.http.Outcome;
import io.seenby.bench.profile.Parts;
import io.seenby.bench.profile.Profile;
import io.seenby.bench.profile.Shares;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.Publisher;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much of the write side's work is sealing. No service runs without: the flight recorder says what sealing took, and
 * the rest is what an event would cost without it.
 */
public final class Sealing implements Benchmark {
    private static final Option SECONDS = new Option("seconds", 10, "length of one measurement");
    private static final Option WARM_UP = new Option("warm-up", 15, "seconds of warm-up before each");
    private static final Option MANY = new Option("many", 1_000_000, "clients of the largest case");
    private static final Option CONNECTIONS = new Option("producers", 8, "connections that send batches");
    private static final Option BATCH = new Option("batch", 1_000, "reports in a batch");

    private static final String TENANT = "sealed-ward";
    private static final String BOXES = "boxes";
    private static final String KEYS = "keys of clients";

    /** The innermost frame of ours or of the database's client decides; a cipher is whoever's asked for it. */
    private static final Parts PARTS = Parts.byPackage()
            .with(BOXES, "io.seenby.access.sealing.Boxes", "io.seenby.access.sealing.DataKey")
            .with(
                    KEYS,
                    "io.seenby.access.sealing.ClientKey",
                    "io.seenby.access.sealing.ClientName",
                    "io.seenby.access.sealing.DatabaseThread",
                    "io.seenby.access.sealing.KeyGate",
                    "io.seenby.access.sealing.KeyRequests",
                    "io.seenby.access.sealing.KeyTable",
                    "io.seenby.access.sealing.KeyWrap",
                    "org.hibernate.",
                    "io.vertx.pgclient.",
                    "io.vertx.sqlclient.")
            .with("refs and tokens", "io.seenby.access.sealing.KeyedHash", "io.seenby.access.sealing.Refs");

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public String about() {
        return "What sealing costs an event, for one client, ten thousand and many, with their keys in memory and without.";
    }

    @Override
    public List<Option> options() {
        return List.of(SECONDS, WARM_UP, MANY, CONNECTIONS, BATCH, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        String occurredAt = Instant.now()
                .minus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var table = new Table(List.of(
                "clients", "keys", "events/s", "CPU us/event", "boxes us", "keys us", "sealing adds", "refs us"));
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting access-service");
            var service = stack.startService(Service.ACCESS, Map.of());
            var publisher = Publisher.opening(stack, TENANT);
            int many = chosen.count(MANY);
            double made = Acquaintance.with(many, publisher, service.port(), occurredAt, progress);
            var run = new Run(chosen, progress, publisher, new Readings(chosen.count(BATCH), occurredAt), stack, table);
            for (int clients : List.of(1, 10_000, many)) {
                run.measure(service, clients, "warm");
            }
            service.stop();
            progress.say("starting access-service so that it keeps no client's key");
            var forgetful = stack.startService(Service.ACCESS, Map.of("ACCESS_KEYS_CACHED_CLIENTS", "0"));
            for (int clients : List.of(1, 10_000, many)) {
                run.measure(forgetful, clients, "cold");
            }
            var settings = new ArrayList<>(stack.description());
            settings.add("new keys made, wrapped and kept: %s a second, in searches that list 1,000 clients"
                    .formatted(Comparison.whole(made)));
            settings.add(
                    "warm: 200,000 keys in memory at most; cold: every key is read from its table, for each part of a"
                            + " batch anew");
            settings.add("sealing adds: (boxes + keys) / the rest, by processor time of access-service");
            return new Report(List.of(new Report.Section("one client an event, batches over HTTP", table)), settings);
        }
    }

    /** Measures one case after the other and puts them into the table; no event id comes twice. */
    private static final class Run {
        private final Options chosen;
        private final Progress progress;
        private final Publisher publisher;
        private final Readings readings;
        private final BenchStack stack;
        private final Table table;
        private final SplittableRandom random;
        private long events;

        private Run(
                Options chosen,
                Progress progress,
                Publisher publisher,
                Readings readings,
                BenchStack stack,
                Table table) {
            this.chosen = chosen;
            this.progress = progress;
            this.publisher = publisher;
            this.readings = readings;
            this.stack = stack;
            this.table = table;
            this.random = new SplittableRandom(chosen.get(Option.SEED));
        }

        private void measure(ServiceProcess service, int clients, String keys) throws Exception {
            progress.say("%,d clients, %s".formatted(clients, keys));
            send(service, clients, WARM_UP);
            var before = ProcessFigures.of(service.pid());
            var profile = Profile.begin(service.pid(), stack.file("sealing.jfr"));
            Outcome outcome = send(service, clients, SECONDS);
            Shares shares = profile.end(PARTS);
            var used = ProcessFigures.of(service.pid()).processorTime().minus(before.processorTime());
            double each = used.toNanos() / 1e3 / outcome.recorded();
            double boxes = shares.ofProcessor(BOXES);
            double ofKeys = shares.ofProcessor(KEYS);
            if (boxes == 0) {
                throw new NotMeasured("the flight recorder saw no sealing at all");
            }
            table.row(List.of(
                    "%,d".formatted(clients),
                    keys,
                    Comparison.whole(outcome.recordedPerSecond()),
                    "%.1f".formatted(each),
                    "%.1f".formatted(each * boxes),
                    "%.1f".formatted(each * ofKeys),
                    "%.0f %%".formatted(100 * (boxes + ofKeys) / (1 - boxes - ofKeys)),
                    "%.1f".formatted(each * shares.ofProcessor("refs and tokens"))));
        }

        private Outcome send(ServiceProcess service, int clients, Option length) {
            var request = publisher.batchRequest();
            return ClosedLoop.run(
                    service.port(), chosen.count(CONNECTIONS), Duration.ofSeconds(chosen.get(length)), connection -> {
                        var body = readings.numbered(events, place -> random.nextInt(clients));
                        events += readings.size();
                        // The loop sends one connection's body while it makes the next one's.
                        byte[] own = new byte[body.remaining()];
                        body.get(own);
                        return request.with(ByteBuffer.wrap(own));
                    });
        }
    }
}
