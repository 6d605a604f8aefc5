package io.seenby.audit.checkpoint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Every number about checkpoints. */
@Singleton
class CheckpointMetrics {

    private final Counter published;
    private final Counter ignored;
    private volatile int unwitnessed;

    CheckpointMetrics(MeterRegistry registry) {
        this.published = Counter.builder("seenby.checkpoints.published")
                .description("Checkpoints acknowledged by the topic ledger-checkpoints")
                .register(registry);
        this.ignored = Counter.builder("seenby.checkpoints.ignored")
                .description(
                        "Records of the topic ledger-checkpoints that no key signed which the ledger has announced")
                .register(registry);
        Gauge.builder("seenby.checkpoints.unwitnessed", this, metrics -> metrics.unwitnessed)
                .description("Trees whose latest checkpoint no witness has cosigned")
                .register(registry);
    }

    void published() {
        published.increment();
    }

    void ignored() {
        ignored.increment();
    }

    void unwitnessed(int trees) {
        unwitnessed = trees;
    }
}
