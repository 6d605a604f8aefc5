package io.seenby.access.rotation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.ledger.TopicWatch;
import io.seenby.access.ops.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Rotates each partition of the topic once, as soon as it can be done; those that are added later too. While it cannot be
 * done, appends go on under the key before.
 */
@ApplicationScoped
class Rotations {

    private static final Trouble TROUBLE = new Trouble(Rotations.class);
    private static final long EVERY_MS = 1_000;

    private final TopicWatch topic;
    private final Rotation rotation;
    private final Set<Integer> done = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-rotation").daemon().factory());

    Rotations(TopicWatch topic, Rotation rotation) {
        this.topic = topic;
        this.rotation = rotation;
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::rotate, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void rotate() {
        int partitions = topic.partitions().orElse(0);
        for (int partition = 0; partition < partitions; partition++) {
            if (!done.contains(partition) && !rotated(partition)) {
                return;
            }
        }
    }

    private boolean rotated(int partition) {
        try {
            rotation.rotate(partition);
            return done.add(partition);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException failed) {
            TROUBLE.warn("The ledger keys of partition " + partition + " are not what the key file says yet", failed);
        }
        return false;
    }
}
