package io.seenby.bench;

import io.seenby.bench.alerts.AlertLatency;
import io.seenby.bench.capacity.Capacity;
import io.seenby.bench.detection.Detection;
import io.seenby.bench.growth.StateGrowth;
import io.seenby.bench.ingest.Ingest;
import io.seenby.bench.projection.Projection;
import io.seenby.bench.sealing.Sealing;
import io.seenby.bench.verify.Verify;
import io.seenby.bench.witnessed.Witnessed;
import io.seenby.local.StartFailed;
import java.util.List;

/** The command {@code bench [NAME] [--option VALUE]…}; without a name it lists what there is. */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new Ingest(),
            new Projection(),
            new AlertLatency(),
            new Verify(),
            new Witnessed(),
            new Detection(),
            new Capacity(),
            new Sealing(),
            new StateGrowth());

    private Bench() {}

    /** Exit code 0 if it measured, whatever the figures are; 1 if it could not; 2 if it was called wrongly. */
    public static void main(String... words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        if (words.isEmpty()) {
            System.out.print(list());
            return 0;
        }
        var asked = ALL.stream()
                .filter(benchmark -> benchmark.name().equals(words.getFirst()))
                .findFirst();
        if (asked.isEmpty()) {
            System.err.println("There is no benchmark \"" + words.getFirst() + "\".");
            System.err.print(list());
            return 2;
        }
        try {
            var options = Options.parse(asked.get().options(), words.subList(1, words.size()));
            return measure(asked.get(), options);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        }
    }

    private static int measure(Benchmark benchmark, Options options) {
        try {
            var report = benchmark.run(options, new Progress(System.err));
            System.out.println();
            System.out.print(report);
            System.out.println("  " + benchmark.name() + " " + options);
            return 0;
        } catch (NotMeasured | StartFailed couldNot) {
            System.err.println("Could not measure: " + couldNot.getMessage());
        } catch (Exception unexpected) {
            System.err.println("Could not measure:");
            unexpected.printStackTrace(System.err);
        }
        return 1;
    }

    private static String list() {
        var text = new StringBuilder("bench NAME [--option VALUE]… measures one of:\n");
        for (Benchmark benchmark : ALL) {
            text.append("  %-14s %s%n".formatted(benchmark.name(), benchmark.about()));
            for (Option option : benchmark.options()) {
                text.append("  %-14s   --%-16s %-8s %s%n"
                        .formatted("", option.name(), option.file() ? "FILE" : option.standard(), option.about()));
            }
        }
        return text.toString();
    }
}
