package io.seenby.bench.alerts;

import io.seenby.bench.figures.Stats;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Samples as rows of the report, in milliseconds. */
final class Latencies {
    private Latencies() {}

    static List<List<String>> rows(String state, List<Sample> samples) {
        return List.of(
                row(state + ", recorded", samples, Sample::toRecorded),
                row(state + ", on the stream", samples, Sample::toStream),
                row(state + ", on the topic", samples, Sample::toTopic));
    }

    static double median(List<Sample> samples, ToLongFunction<Sample> of) {
        return Stats.median(millis(samples, of));
    }

    private static List<String> row(String name, List<Sample> samples, ToLongFunction<Sample> of) {
        double[] millis = millis(samples, of);
        return List.of(
                name,
                Integer.toString(millis.length),
                text(Stats.median(millis)),
                text(Stats.percentile(95, millis)),
                text(Stats.percentile(99, millis)),
                text(Stats.percentile(100, millis)));
    }

    private static double[] millis(List<Sample> samples, ToLongFunction<Sample> of) {
        return samples.stream()
                .mapToDouble(sample -> of.applyAsLong(sample) / 1e6)
                .toArray();
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
