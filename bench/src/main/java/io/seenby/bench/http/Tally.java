package io.seenby.bench.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Counts answers as they come; an {@link Outcome} in the making. */
final class Tally {
    private long recorded;
    private long pushedBack;
    private long failed;
    private double[] latencies = new double[1024];
    private int measured;
    private Optional<String> firstTrouble = Optional.empty();

    /** @param found how often the answer to a batch says that a report was recorded */
    void answered(int status, long found, long nanos, String quote) {
        if (status / 100 == 2) {
            // One event is answered 201, or 204 by the bare server; a batch is answered 200 with a line per report.
            recorded += status == 200 ? found : 1;
            if (measured == latencies.length) {
                latencies = Arrays.copyOf(latencies, measured * 2);
            }
            latencies[measured++] = nanos;
            return;
        }
        if (status == 429 || status == 503) {
            pushedBack++;
        } else {
            failed++;
        }
        trouble(quote);
    }

    void lost(String why) {
        failed++;
        trouble(why);
    }

    private void trouble(String quote) {
        if (firstTrouble.isEmpty()) {
            firstTrouble = Optional.of(quote);
        }
    }

    Outcome after(Duration took) {
        return new Outcome(recorded, pushedBack, failed, took, Arrays.copyOf(latencies, measured), firstTrouble);
    }
}
