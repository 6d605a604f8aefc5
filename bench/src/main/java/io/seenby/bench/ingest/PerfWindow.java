package io.seenby.bench.ingest;

import java.util.Optional;
import java.util.regex.Pattern;

/** A line that Kafka's performance tool prints every five seconds: how many records, at which rate. */
record PerfWindow(long records, double perSecond) {
    private static final Pattern LINE = Pattern.compile("(\\d+) records sent, (\\d+(?:\\.\\d+)?) records/sec .*");

    static Optional<PerfWindow> of(String line) {
        var match = LINE.matcher(line);
        return match.matches()
                ? Optional.of(new PerfWindow(Long.parseLong(match.group(1)), Double.parseDouble(match.group(2))))
                : Optional.empty();
    }

    double seconds() {
        return records / perSecond;
    }
}
