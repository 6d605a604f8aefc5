package io.seenby.access.erasure;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks again and again for what another thread is doing. */
final class Eventually {

    private static final Executor LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private Eventually() {}

    /** Empty if it is not found in time. Fails as {@code look} does. */
    static <T> CompletableFuture<Optional<T>> found(Supplier<CompletableFuture<Optional<T>>> look, Duration atMost) {
        return found(look, System.nanoTime() + atMost.toNanos());
    }

    private static <T> CompletableFuture<Optional<T>> found(
            Supplier<CompletableFuture<Optional<T>>> look, long deadline) {
        return look.get()
                .thenCompose(found -> found.isPresent() || System.nanoTime() - deadline > 0
                        ? CompletableFuture.completedFuture(found)
                        : CompletableFuture.supplyAsync(() -> deadline, LATER)
                                .thenCompose(until -> found(look, until)));
    }
}
