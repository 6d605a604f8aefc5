package io.seenby.bench.profile;

import io.seenby.bench.figures.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * How the time of a recording falls on the parts of a program.
 *
 * @param parts by name
 */
public record Shares(Map<String, Share> parts) {
    public static final Shares NONE = new Shares(Map.of());

    private static final Duration PER_SAMPLE = Duration.ofMillis(10);

    /**
     * What one part took.
     *
     * @param processor time on a processor, Java code and what it calls
     * @param waiting time in which a thread waited for a socket, such as the database's
     */
    public record Share(Duration processor, Duration waiting) {
        static final Share NONE = new Share(Duration.ZERO, Duration.ZERO);

        Duration whole() {
            return processor.plus(waiting);
        }

        private Share plus(Share more) {
            return new Share(processor.plus(more.processor), waiting.plus(more.waiting));
        }
    }

    static Shares of(Path recording, Parts parts) throws IOException {
        Map<String, Share> sums = new TreeMap<>();
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                sums.merge(parts.of(classes(event)), share(event), Share::plus);
            }
        }
        sums.values().removeIf(Share.NONE::equals);
        return new Shares(sums);
    }

    public Shares plus(Shares more) {
        var sums = new TreeMap<>(parts);
        more.parts.forEach((part, share) -> sums.merge(part, share, Share::plus));
        return new Shares(sums);
    }

    private static Share share(RecordedEvent event) {
        return switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> new Share(PER_SAMPLE, Duration.ZERO);
            case "jdk.SocketRead" -> isBlocking(event) ? new Share(Duration.ZERO, event.getDuration()) : Share.NONE;
            default -> Share.NONE;
        };
    }

    /** Those who read from channels take what is there and wait for nothing. */
    private static boolean isBlocking(RecordedEvent event) {
        return classes(event).stream()
                .noneMatch(name -> name.startsWith("io.netty.") || name.startsWith("org.apache.kafka."));
    }

    private static List<String> classes(RecordedEvent event) {
        var stack = event.getStackTrace();
        return stack == null
                ? List.of()
                : stack.getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .toList();
    }

    /** A part's share of all processor time, 0 to 1; 0 if nothing was seen of it. */
    public double ofProcessor(String part) {
        var sum = parts.values().stream().reduce(Share.NONE, Share::plus);
        var own = parts.getOrDefault(part, Share.NONE);
        return sum.processor().isZero()
                ? 0
                : (double) own.processor().toNanos() / sum.processor().toNanos();
    }

    /** What one part took of all, in per cent of processor time and of both together. */
    public Table table() {
        var sum = parts.values().stream().reduce(Share.NONE, Share::plus);
        var table = new Table(List.of("part", "processor s", "%", "waiting s", "% of both"));
        Stream.concat(
                        parts.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(
                                        Comparator.comparing(Share::whole).reversed())),
                        Stream.of(Map.entry("together", sum)))
                .forEach(part -> table.row(List.of(
                        part.getKey(),
                        seconds(part.getValue().processor()),
                        percent(part.getValue().processor(), sum.processor()),
                        seconds(part.getValue().waiting()),
                        percent(part.getValue().whole(), sum.whole()))));
        return table;
    }

    private static String seconds(Duration duration) {
        return "%.2f".formatted(duration.toMillis() / 1e3);
    }

    private static String percent(Duration part, Duration whole) {
        return whole.isZero() ? "-" : "%.1f".formatted(100.0 * part.toNanos() / whole.toNanos());
    }
}
