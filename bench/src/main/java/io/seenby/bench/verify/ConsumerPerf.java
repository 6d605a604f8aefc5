package io.seenby.bench.verify;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.bench.stack.BenchStack;
import io.seenby.bench.stack.OwnJvm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Kafka's own tool reading the ledger's topic and dropping what it read. Each round is a JVM of its own in which it runs
 * twice: only the second run counts, when its code is compiled, and of that only the time in which it fetches.
 */
final class ConsumerPerf implements Contender {
    private final BenchStack stack;
    private final long records;

    ConsumerPerf(BenchStack stack, long records) {
        this.stack = stack;
        this.records = records;
    }

    @Override
    public String name() {
        return "consumer-perf";
    }

    @Override
    public List<String> besideNames() {
        return List.of();
    }

    @Override
    public void warmUp() {
        // Every round warms itself up.
    }

    @Override
    public Measured measure(int round) throws IOException {
        Optional<PerfTotals> last = Optional.empty();
        try (var tool = OwnJvm.start(
                List.of("-Xmx512m"), TwiceInOneJvm.class.getName(), arguments(), stack.file("consumer-perf.log"))) {
            for (var line = tool.nextLine(); line.isPresent(); line = tool.nextLine()) {
                var totals = PerfTotals.of(line.get());
                last = totals.isPresent() ? totals : last;
            }
        }
        var totals = last.orElseThrow(() -> new NotMeasured("Kafka's performance tool told no figures"));
        if (totals.records() < records) {
            throw new NotMeasured(
                    "Kafka's performance tool read %d of %d records".formatted(totals.records(), records));
        }
        return Measured.of(totals.perSecondOfFetching());
    }

    /** Fetches are as large as the verifier's. */
    private List<String> arguments() {
        return List.of(
                "--bootstrap-server",
                stack.local().kafka().bootstrapServers(),
                "--topic",
                "access-ledger",
                "--messages",
                Long.toString(records),
                "--fetch-size",
                Integer.toString(8 * 1024 * 1024),
                "--hide-header");
    }
}
