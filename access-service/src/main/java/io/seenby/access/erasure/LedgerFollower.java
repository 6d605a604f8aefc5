package io.seenby.access.erasure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.ledger.TopicWatch;
import io.seenby.access.ops.Trouble;
import io.seenby.access.sealing.KeyGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Keeps the ledger being read from the start on, and opens the {@link KeyGate} once everything that stood in it when this
 * instance started is done. Whatever goes wrong, it begins again a second later.
 */
@ApplicationScoped
class LedgerFollower {

    private static final Logger LOG = Logger.getLogger(LedgerFollower.class);
    private static final Trouble TROUBLE = new Trouble(LedgerFollower.class);
    private static final long AGAIN_MS = 1_000;
    private static final long STOPPED_WITHIN_MS = 1_000;

    private final TopicWatch topic;
    private final ErasureTable erasures;
    private final Readings readings;
    private final KeyGate gate;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-follower").daemon().factory());

    private volatile boolean stopping;
    private volatile long readAt = System.nanoTime();

    LedgerFollower(TopicWatch topic, ErasureTable erasures, Readings readings, KeyGate gate, MeterRegistry meters) {
        this.topic = topic;
        this.erasures = erasures;
        this.readings = readings;
        this.gate = gate;
        Gauge.builder("seenby.erasures.unread", () -> (System.nanoTime() - readAt) / 1e9)
                .baseUnit("seconds")
                .description("How long ago the ledger was last read back and what it says of erasures was done")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::follow, 0, AGAIN_MS, TimeUnit.MILLISECONDS);
    }

    /** Not by an interrupt: the consumer still has to say goodbye to its broker. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(STOPPED_WITHIN_MS, TimeUnit.MILLISECONDS)) {
            thread.shutdownNow();
        }
    }

    private void follow() {
        try {
            int partitions = topic.partitions().orElse(0);
            if (partitions > 0) {
                destroyAgain();
                follow(partitions);
            }
        } catch (InterruptedException | InterruptException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            // Thrown out of here it would be the last try.
            TROUBLE.warn("The ledger is not read back: nobody who is to be erased is", failure);
        }
    }

    /** Until the topic gets more partitions. */
    private void follow(int partitions) throws Exception {
        try (Reading reading = readings.begin(partitions)) {
            while (!stopping && topic.partitions().orElse(partitions) <= partitions) {
                reading.goOn();
                readAt = System.nanoTime();
                if (!gate.isOpen() && reading.hasReachedTheEndOfItsBeginning()) {
                    gate.open();
                }
            }
        }
    }

    private void destroyAgain() throws Exception {
        int keys = erasures.destroyAgain().get();
        if (keys > 0) {
            LOG.warnf("%d keys of clients who are erased were there again, and are destroyed again", keys);
        }
    }
}
