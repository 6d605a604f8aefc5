package io.seenby.audit.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.seenby.audit.pipeline.Batch;
import io.seenby.audit.pipeline.Outcome;
import io.seenby.audit.pipeline.Reasons;
import io.seenby.audit.postgres.Fault;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Every number of the projector. No tag holds a tenant, an actor, a client or anything a record's writer chose. */
@Singleton
public class ProjectorMetrics {

    private static final Logger LOG = Logger.getLogger(ProjectorMetrics.class);
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Counter entries;
    private final Counter duplicates;
    private final Counter conflicts;
    private final Counter refused;
    private final Timer batchSeconds;
    private final DistributionSummary batchSize;
    private final Timer publishToIntegrated;
    private final Counter retries;
    private final Counter alertsPublished;

    ProjectorMetrics(MeterRegistry registry, Progress progress, Halt halt) {
        this.registry = registry;
        this.entries = integrated("row");
        this.duplicates = integrated("duplicate");
        this.conflicts = integrated("conflict");
        this.refused = integrated("quarantine");
        this.batchSeconds = Timer.builder("seenby.batch.seconds")
                .description("Time from a batch's bytes to its commit")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        this.batchSize = DistributionSummary.builder("seenby.batch.size")
                .description("Records in a batch")
                .serviceLevelObjectives(1, 10, 100, 1_000, 5_000)
                .register(registry);
        this.publishToIntegrated = Timer.builder("seenby.publish.to.integrated.seconds")
                .description("From recordedAt to the commit of the entry's row")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        this.retries = Counter.builder("seenby.retries")
                .description("Batches tried again because of a fault that passes by itself")
                .register(registry);
        this.alertsPublished = Counter.builder("seenby.alerts.published")
                .description("Alert revisions acknowledged by the topic breach-alerts")
                .register(registry);
        Reasons.CODES.forEach(this::quarantined);
        registry.gauge("seenby.lag.entries", progress, ProjectorMetrics::lagOrUnknown);
        registry.gauge("seenby.halted", halt, state -> state.isHalted() ? 1 : 0);
    }

    private Counter integrated(String verdict) {
        return Counter.builder("seenby.integrated")
                .description("Ledger records integrated, by what became of them")
                .tag("verdict", verdict)
                .register(registry);
    }

    /** There from the start, or its first increase would be none. */
    private Counter quarantined(String reason) {
        return Counter.builder("seenby.quarantined")
                .description("Records that became no entry")
                .tag("reason", reason)
                .register(registry);
    }

    private static double lagOrUnknown(Progress progress) {
        return progress.lag().isPresent() ? progress.lag().getAsLong() : Double.NaN;
    }

    void integrated(Outcome.Integrated outcome, Duration took) {
        entries.increment(outcome.entries());
        duplicates.increment(outcome.duplicates());
        conflicts.increment(outcome.conflicts());
        outcome.quarantined().forEach((reason, count) -> {
            refused.increment(count);
            quarantined(reason).increment(count);
        });
        batchSeconds.record(took);
        batchSize.record(outcome.records());
        Instant now = Instant.now();
        outcome.recordedAt()
                .forEach(recorded -> publishToIntegrated.record(
                        Math.max(0, Duration.between(recorded, now).toNanos()), TimeUnit.NANOSECONDS));
    }

    void retrying(Batch batch, SQLException fault, Duration pause) {
        retries.increment();
        LOG.warnf(
                "partition %d, offsets %d to %d: the database failed with SQLSTATE %s, again in %d s",
                batch.partition(),
                batch.firstOffset(),
                batch.endOffset() - 1,
                Fault.stateOf(fault).orElse("unknown"),
                pause.toSeconds());
    }

    public void alertsPublished(int count) {
        alertsPublished.increment(count);
    }
}
