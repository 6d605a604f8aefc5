package io.seenby.access.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.AccessSettings;
import io.seenby.access.ops.Trouble;
import io.seenby.access.sealing.ClientKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Drops destroyed keys from this instance's memory, whoever destroyed them: it looks every second. An instance that could
 * not look for {@link AccessSettings.Erasure#patience} drops all.
 */
@ApplicationScoped
class Forgetting {

    private static final Trouble TROUBLE = new Trouble(Forgetting.class);

    /** A key that was read before it was destroyed may come back from the table so much later; no question takes longer. */
    private static final Duration ECHO = Duration.ofSeconds(30);

    private record Recent(ErasureTable.Erased erased, long until) {}

    private final ErasureTable table;
    private final ClientKeys keys;
    private final Duration every;
    private final long patience;
    private final Deque<Recent> recent = new ArrayDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("erasures-forgotten").daemon().factory());

    private long seen;
    private long lookedAt = System.nanoTime();

    Forgetting(ErasureTable table, ClientKeys keys, AccessSettings settings) {
        this.table = table;
        this.keys = keys;
        this.every = settings.erasure().look();
        this.patience = settings.erasure().patience().toNanos();
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::keepLooking, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void keepLooking() {
        try {
            look().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            // Thrown out of here it would be the last look.
            TROUBLE.warn("It cannot be looked up who was erased", failure);
            forgetAllIfBlind();
        }
    }

    private synchronized void forgetAllIfBlind() {
        if (System.nanoTime() - lookedAt > patience) {
            keys.forgetAll();
        }
    }

    /** When it is done, this instance holds no key that was destroyed before. Fails if the database does. */
    CompletableFuture<Void> look() {
        long begun = System.nanoTime();
        return table.since(seen()).thenAccept(erased -> take(erased, begun));
    }

    private synchronized long seen() {
        return seen;
    }

    private synchronized void take(List<ErasureTable.Erased> erased, long begun) {
        erased.forEach(each -> recent.add(new Recent(each, begun + ECHO.toNanos())));
        recent.forEach(each ->
                keys.forget(each.erased().tenant(), each.erased().client().value()));
        recent.removeIf(each -> System.nanoTime() - each.until() > 0);
        seen = erased.stream().mapToLong(ErasureTable.Erased::ordinal).reduce(seen, Math::max);
        lookedAt = begun;
    }
}
