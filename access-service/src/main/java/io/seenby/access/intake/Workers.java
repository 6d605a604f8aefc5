package io.seenby.access.intake;

import io.seenby.access.AccessSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that parse, check and seal batches, so that the event loops stay free. Their queue is bounded by {@code InFlight}. */
@ApplicationScoped
public class Workers implements Executor {

    private final ExecutorService threads;

    Workers(AccessSettings settings) {
        int configured = settings.intake().threads();
        int count = configured > 0 ? configured : Runtime.getRuntime().availableProcessors();
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("intake-", 0).daemon().factory());
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
