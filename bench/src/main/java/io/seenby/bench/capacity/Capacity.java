package io.seenby.bench.capacity;

import io.seenby.bench.Benchmark;
import io.seenby.bench.NotMeasured;
import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.Report;
import io.seenby.bench.figures.Table;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.LedgerTopic;
import io.seenby.bench.stack.Prefill;
import io.seenby.local.ServiceProcess.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bytes an entry takes on the broker's disk and in PostgreSQL, once the ledger is in the views. */
public final class Capacity implements Benchmark {
    private static final Option EVENTS = new Option("events", 100_000, "reports in the ledger");
    private static final Option TENANTS = new Option("tenants", 2, "tenants, each on a partition of its own");

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Override
    public String name() {
        return "capacity";
    }

    @Override
    public String about() {
        return "Bytes an entry takes on the broker's disk, in each of the views and in the write-ahead log.";
    }

    @Override
    public List<Option> options() {
        return List.of(EVENTS, TENANTS, Option.SEED, Option.PORT_BASE);
    }

    @Override
    public Report run(Options chosen, Progress progress) throws Exception {
        try (var stack = BenchStack.start(chosen, progress)) {
            progress.say("starting access-service");
            var access = stack.startService(Service.ACCESS, Map.of());
            var ledger = Prefill.of(stack, chosen.count(TENANTS), chosen.get(EVENTS), chosen.get(Option.SEED));
            access.stop();
            progress.say("projecting " + ledger.records() + " records");
            try (var rooms = new Rooms(stack.local().postgres())) {
                long walBefore = rooms.wal();
                var projector = stack.service(Service.AUDIT, Map.of());
                projector.start(LIMIT);
                await(rooms, ledger.records());
                projector.stop();
                long wal = rooms.wal() - walBefore;
                var settings = new ArrayList<>(stack.description());
                settings.add("ledger: " + ledger);
                settings.add("one copy of everything; tables with their indexes, as they grew, not vacuumed");
                var topic = new LedgerTopic(stack.local().kafka().bootstrapServers());
                return new Report(
                        List.of(new Report.Section(
                                "capacity: bytes per entry", table(topic, rooms, wal, ledger.records()))),
                        settings);
            }
        }
    }

    private static void await(Rooms rooms, long records) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (rooms.integrated() < records) {
            if (System.nanoTime() - deadline > 0) {
                throw new NotMeasured("not everything was projected within " + LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static Table table(LedgerTopic topic, Rooms rooms, long wal, long records) throws Exception {
        var table = new Table(List.of("where", "bytes/entry", "MiB"));
        row(table, "Kafka, access-ledger", topic.bytes(), records);
        row(table, "  its values, not compressed", rooms.valueBytes(), records);
        long views = 0;
        for (var each : rooms.ofTables("views").entrySet()) {
            views += each.getValue();
            if (each.getValue() >= records) {
                row(table, "PostgreSQL, " + each.getKey(), each.getValue(), records);
            }
        }
        row(table, "PostgreSQL, all views", views, records);
        row(table, "PostgreSQL, keys", sum(rooms.ofTables("keys")), records);
        row(table, "PostgreSQL, write-ahead log of the views", wal, records);
        return table;
    }

    private static long sum(Map<String, Long> tables) {
        return tables.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void row(Table table, String where, long bytes, long records) {
        table.row(List.of(where, "%,d".formatted(bytes / records), "%.1f".formatted(bytes / 1024.0 / 1024.0)));
    }
}
