package io.seenby.access.sealing;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs work of Hibernate Reactive, which wants a session to live on one event loop, in a context that no request owns:
 * a caller who hangs up cannot leave a session half used.
 */
@ApplicationScoped
public class DatabaseThread {

    /** A database that hangs must not hold what waits for it: those who wait are told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Context eventLoop;

    DatabaseThread(Vertx vertx) {
        this.eventLoop = vertx.getOrCreateContext();
    }

    /** May be called from any thread; the future completes on the event loop. */
    public <T> CompletableFuture<T> run(Supplier<Uni<? extends T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Context own = VertxContext.createNewDuplicatedContext(eventLoop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(ignored -> Uni.createFrom()
                .<T>deferred(work)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(result::complete, result::completeExceptionally));
        return result;
    }
}
