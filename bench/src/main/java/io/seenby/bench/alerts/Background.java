package io.seenby.bench.alerts;

import io.seenby.bench.corpus.Batch;
import io.seenby.bench.corpus.Corpus;
import io.seenby.bench.stack.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Traffic at a steady rate through the batch door: ten batches a second, whether or not the last one is answered. */
final class Background implements AutoCloseable {
    private static final int BATCHES_PER_SECOND = 10;
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final int PREPARED = 200;

    private final Publisher publisher;
    private final List<Batch> batches = new ArrayList<>();
    private volatile boolean sending;
    private Thread thread = new Thread();
    private long sent;
    private long late;

    Background(Publisher publisher, Corpus corpus, long perSecond) {
        this.publisher = publisher;
        int size = Math.toIntExact(Math.max(1, perSecond / BATCHES_PER_SECOND));
        for (int i = 0; i < PREPARED; i++) {
            batches.add(corpus.nextBatch(size));
        }
    }

    /** Begins, and returns when it has gone on for a while. */
    void begin() throws InterruptedException {
        sending = true;
        thread = Thread.ofPlatform().daemon().name("background").start(this::send);
        Thread.sleep(SETTLING);
    }

    void end() throws InterruptedException {
        sending = false;
        thread.join();
    }

    private void send() {
        long due = System.nanoTime();
        long step = Duration.ofSeconds(1).toNanos() / BATCHES_PER_SECOND;
        try {
            while (sending) {
                long ahead = due - System.nanoTime();
                if (ahead > 0) {
                    Thread.sleep(Duration.ofNanos(ahead));
                } else if (ahead < -step) {
                    late++;
                }
                var batch = batches.get((int) (sent % PREPARED));
                publisher.publishUnanswered(batch.numberedFrom(1_000_000 + sent * batch.size())
                        .array()
                        .clone());
                sent++;
                due += step;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    String description() {
        return "%d batches of %d, %d a second, %d of them begun late; %d not recorded"
                .formatted(sent, batches.getFirst().size(), BATCHES_PER_SECOND, late, publisher.unrecorded());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        end();
    }
}
