package io.seenby.bench.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a load came to.
 *
 * @param recorded reports that the server said it recorded
 * @param pushedBack requests answered 429 or 503
 * @param failed requests answered otherwise than with success, or not at all
 * @param took from the first request to the last answer
 * @param latencies of the requests that succeeded, in nanoseconds
 * @param firstTrouble status and beginning of the first answer that was no success
 */
public record Outcome(
        long recorded, long pushedBack, long failed, Duration took, double[] latencies, Optional<String> firstTrouble) {

    public double recordedPerSecond() {
        return recorded / (took.toNanos() / 1e9);
    }
}
