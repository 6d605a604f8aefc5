package io.seenby.local.publish;

import io.seenby.local.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sends a batch until every line of it has an answer. Sending a line twice is safe: its identity makes the second one
 * a duplicate, which is counted and not stored.
 */
final class Delivery {
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);
    private static final Duration PAUSE_WITHOUT_CONNECTION = Duration.ofMillis(500);
    private static final Duration PAUSE_WHEN_OVERLOADED = Duration.ofSeconds(1);

    private final HttpClient http;
    private final URI events;
    private final Supplier<String> freshToken;
    private final Tally tally;
    private volatile String token;

    Delivery(HttpClient http, URI events, Supplier<String> freshToken, Tally tally) {
        this.http = http;
        this.events = events;
        this.freshToken = freshToken;
        this.tally = tally;
        this.token = freshToken.get();
    }

    /**
     * Returns when every line is answered.
     *
     * @throws CommandFailed if the service stays away for two minutes or refuses the batch as a whole
     */
    void deliver(Batch batch) throws InterruptedException {
        var open = batch;
        long lastAnswer = System.nanoTime();
        while (!open.isEmpty()) {
            try {
                open = once(open);
                lastAnswer = System.nanoTime();
            } catch (IOException away) {
                if (System.nanoTime() - lastAnswer > GIVE_UP_AFTER.toNanos()) {
                    throw CommandFailed.because(
                            "access-service at %s has been away for %d s; line %d and later may be unsent."
                                    .formatted(
                                            events,
                                            GIVE_UP_AFTER.toSeconds(),
                                            open.lines().getFirst().number()));
                }
                Thread.sleep(PAUSE_WITHOUT_CONNECTION);
            }
        }
    }

    /** Sends the lines once; returns those that are still without an answer. */
    private Batch once(Batch batch) throws IOException, InterruptedException {
        var usedToken = token;
        var answer = http.send(request(batch, usedToken), BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status == 429 || status == 503) {
            Thread.sleep(retryAfter(answer));
            return batch;
        }
        if (status == 401 && renewed(usedToken)) {
            return batch;
        }
        if (status / 100 != 2) {
            throw CommandFailed.because("access-service refused the batch that begins at line %d with %d: %s"
                    .formatted(batch.lines().getFirst().number(), status, Results.reason(answer.body())));
        }
        var again = Results.settle(batch, answer.body().lines().toList(), tally);
        if (!again.isEmpty()) {
            Thread.sleep(retryAfter(answer));
        }
        return again;
    }

    private HttpRequest request(Batch batch, String bearer) {
        return HttpRequest.newBuilder(events)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(batch.body()))
                .build();
    }

    /** A token may run out on the way; one that is refused fresh is refused for good. */
    private synchronized boolean renewed(String refusedToken) {
        if (!token.equals(refusedToken)) {
            return true;
        }
        if (tally.answered() == 0) {
            return false;
        }
        token = freshToken.get();
        return true;
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PAUSE_WHEN_OVERLOADED);
    }
}
