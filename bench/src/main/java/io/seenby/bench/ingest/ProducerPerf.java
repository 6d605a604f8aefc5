package io.seenby.bench.ingest;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.Options;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.LedgerTopic;
import io.seenby.bench.stack.OwnJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Kafka's own performance tool, replaying values of the ledger to a topic with the ledger's settings. Each round is a
 * JVM of its own; its first window of five seconds, in which the code is compiled, is left out, in its favour.
 */
final class ProducerPerf implements Contender {
    private static final String MAIN = "org.apache.kafka.tools.ProducerPerformance";
    private static final String TOPIC = "ledger-baseline";
    private static final String WITHOUT_END = "1000000000";
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final BenchStack stack;
    private final Options chosen;
    private final Duration length;
    private final Path payload;

    ProducerPerf(BenchStack stack, Options chosen, Duration length) {
        this.stack = stack;
        this.chosen = chosen;
        this.length = length;
        this.payload = stack.file("payload.ndjson");
    }

    @Override
    public String name() {
        return "producer-perf";
    }

    @Override
    public List<String> besideNames() {
        return List.of();
    }

    /** Dumps what the candidate's warm-up wrote: the baseline sends the very same values. */
    @Override
    public void warmUp() throws Exception {
        var ledger = new LedgerTopic(stack.local().kafka().bootstrapServers());
        ledger.dumpValues(payload);
        ledger.copySettingsTo(TOPIC);
    }

    @Override
    public Measured measure(int round) throws IOException {
        int wanted = Math.toIntExact(Math.max(1, length.dividedBy(WINDOW)));
        var windows = new ArrayList<PerfWindow>();
        try (var tool = OwnJvm.start(List.of("-Xmx512m"), MAIN, arguments(), stack.file("producer-perf.log"))) {
            while (windows.size() <= wanted) {
                var line = tool.nextLine()
                        .orElseThrow(() -> new NotMeasured("Kafka's performance tool ended before it was told to"));
                PerfWindow.of(line).ifPresent(windows::add);
            }
        }
        var counted = windows.subList(1, windows.size());
        double records = counted.stream().mapToLong(PerfWindow::records).sum();
        return Measured.of(
                records / counted.stream().mapToDouble(PerfWindow::seconds).sum());
    }

    private List<String> arguments() {
        var words = new ArrayList<>(List.of("--topic", TOPIC, "--num-records", WITHOUT_END, "--throughput", "-1"));
        words.addAll(List.of("--payload-file", payload.toString(), "--producer-props"));
        words.add("bootstrap.servers=" + stack.local().kafka().bootstrapServers());
        words.addAll(producerSettings(chosen));
        return words;
    }

    private static List<String> producerSettings(Options chosen) {
        return List.of(
                "acks=all",
                "compression.type=lz4",
                "linger.ms=" + chosen.get(Ingest.LINGER),
                "batch.size=" + chosen.get(Ingest.BATCH_BYTES));
    }

    static String description(Options chosen) {
        return "producer-perf: values dumped from the ledger, %s, -Xmx512m, its first 5 s left out"
                .formatted(String.join(" ", producerSettings(chosen)));
    }
}
