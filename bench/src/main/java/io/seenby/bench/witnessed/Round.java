package io.seenby.bench.witnessed;

import io.seenby.bench.figures.Stats;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What one stretch of traffic gave.
 *
 * @param waits seconds from each receipt to a witnessed checkpoint over its entry
 * @param checkpointsPerSecond each signed by the log and by the witness
 * @param receiptSignaturesPerSecond fewer than receipts, because they are signed in groups
 */
record Round(double[] waits, double checkpointsPerSecond, double receiptSignaturesPerSecond, int late) {
    static final List<String> HEADING = List.of(
            "round", "entries", "median", "p95", "p99", "max", "checkpoints/s", "receipt signatures/s", "sent late");

    static Round over(List<Round> rounds) {
        return new Round(
                rounds.stream()
                        .flatMapToDouble(round -> DoubleStream.of(round.waits))
                        .toArray(),
                rounds.stream()
                        .mapToDouble(Round::checkpointsPerSecond)
                        .average()
                        .orElse(0),
                rounds.stream()
                        .mapToDouble(Round::receiptSignaturesPerSecond)
                        .average()
                        .orElse(0),
                rounds.stream().mapToInt(Round::late).sum());
    }

    List<String> row(String name) {
        return List.of(
                name,
                Integer.toString(waits.length),
                text(Stats.median(waits)),
                text(Stats.percentile(95, waits)),
                text(Stats.percentile(99, waits)),
                text(Stats.percentile(100, waits)),
                text(checkpointsPerSecond),
                text(receiptSignaturesPerSecond),
                Integer.toString(late));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
