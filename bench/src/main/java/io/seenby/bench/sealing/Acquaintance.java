package io.seenby.bench.sealing;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.Progress;
import io.seenby.bench.http.ClosedLoop;
import io.seenby.bench.stack.Publisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes each client known, and so their key, by searches that list a thousand of them each. */
final class Acquaintance {
    private static final int LISTED = 1_000;
    private static final int IN_A_BATCH = 5;

    private Acquaintance() {}

    /** Keys made a second, or 0 if there were none to make. */
    static double with(int clients, Publisher publisher, int port, String occurredAt, Progress progress) {
        int searches = (clients + LISTED - 1) / LISTED;
        int[] next = {0};
        var request = publisher.batchRequest();
        var outcome = ClosedLoop.run(port, 4, Duration.ofMinutes(20), connection -> {
            if (next[0] == searches) {
                return new ByteBuffer[0];
            }
            int first = next[0];
            next[0] = Math.min(searches, first + IN_A_BATCH);
            String batch = IntStream.range(first, next[0])
                    .mapToObj(search -> search(search, clients, occurredAt))
                    .collect(Collectors.joining());
            if (first / 100 != next[0] / 100) {
                progress.say("%,d clients are known".formatted(next[0] * LISTED));
            }
            return request.with(ByteBuffer.wrap(batch.getBytes(StandardCharsets.US_ASCII)));
        });
        if (outcome.recorded() != searches) {
            throw new NotMeasured("of %d searches %d were recorded: %s"
                    .formatted(
                            searches, outcome.recorded(), outcome.firstTrouble().orElse("the rest was refused")));
        }
        return clients / (outcome.took().toNanos() / 1e9);
    }

    private static String search(int number, int clients, String occurredAt) {
        String listed = IntStream.range(number * LISTED, Math.min(clients, (number + 1) * LISTED))
                .mapToObj(client -> "{\"id\":\"client-%07d\"}".formatted(client))
                .collect(Collectors.joining(","));
        return """
                {"type":"seenby.clients-searched.v1","eventId":"search-%d","occurredAt":"%s",\
                "actor":{"id":"nurse-07","kind":"workforce"},"clients":[%s]}
                """.formatted(number, occurredAt, listed);
    }
}
