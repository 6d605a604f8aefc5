package io.seenby.local.publish;

import io.seenby.local.CommandFailed;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Delivers several batches at once and reads no further ahead than that. The first failure ends it. */
final class InFlight {
    private final Semaphore places;
    private final Delivery delivery;
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    InFlight(int places, Delivery delivery) {
        this.places = new Semaphore(places);
        this.delivery = delivery;
    }

    void deliverAll(BatchReader batches) throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var batch = batches.next(); !batch.isEmpty() && failures.isEmpty(); batch = batches.next()) {
                var sent = batch;
                places.acquireUninterruptibly();
                threads.execute(() -> deliver(sent));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
    }

    private void deliver(Batch batch) {
        try {
            delivery.deliver(batch);
        } catch (RuntimeException failed) {
            failures.add(failed);
        } catch (InterruptedException interrupted) {
            failures.add(CommandFailed.because("Publishing was interrupted."));
        } finally {
            places.release();
        }
    }
}
