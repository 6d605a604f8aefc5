package io.seenby.access.time;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.AccessSettings;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.ops.Trouble;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Appends {@code TimePassed} where a deadline has passed and nothing else may happen that would show it. Several instances
 * of the service may each append one: it says nothing but what time it is.
 */
@ApplicationScoped
public class TimeKeeper {

    private static final PublisherId SEENBY = new PublisherId("seenby");
    private static final Trouble TROUBLE = new Trouble(TimeKeeper.class);

    private final OpenDeadlines deadlines;
    private final Tenants tenants;
    private final Sealer sealer;
    private final Ledger ledger;
    private final AccessMetrics metrics;
    private final Clock clock;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("time-keeper").daemon().factory());

    TimeKeeper(
            OpenDeadlines deadlines,
            Tenants tenants,
            Sealer sealer,
            Ledger ledger,
            AccessMetrics metrics,
            Clock clock,
            AccessSettings settings) {
        this.deadlines = deadlines;
        this.tenants = tenants;
        this.sealer = sealer;
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
        this.every = settings.time().look();
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void look() {
        try {
            look(clock.instant());
        } catch (RuntimeException failure) {
            // Thrown out of here it would be the last look.
            TROUBLE.warn("Time is not told", failure);
        }
    }

    /** Tells the time where it is due; completes when the broker has answered. */
    CompletableFuture<Void> look(Instant now) {
        return CompletableFuture.allOf(
                deadlines.due(now).stream().map(tenant -> tell(tenant, now)).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> tell(TenantId id, Instant now) {
        // Before it is so: the next look must not tell it again while the broker has not answered.
        deadlines.told(id, now);
        return tenants.find(id)
                .thenCompose(found -> found.map(this::append).orElseGet(() -> CompletableFuture.completedFuture(false)))
                .exceptionally(failure -> {
                    TROUBLE.warn("Time is not told", failure);
                    return false;
                })
                .thenAccept(appended -> {
                    if (appended) {
                        metrics.recorded(EventType.TIME_PASSED);
                    } else {
                        deadlines.notTold(id);
                    }
                });
    }

    private CompletableFuture<Boolean> append(Tenant tenant) {
        return ledger.append(tenant.partition(), List.of(sealed(tenant)))
                .thenApply(results -> results.get(0) instanceof Appended.At);
    }

    private SealedEntry sealed(Tenant tenant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", EventType.TIME_PASSED.wire());
        report.put("eventId", UUID.randomUUID().toString());
        report.put("occurredAt", Moments.write(now));
        Sealer.Draft draft = Sealer.Draft.of(SEENBY, EventType.TIME_PASSED, report, new Refs(tenant.keys()));
        return sealer.seal(draft, tenant.keys(), ClientKeys.Held.NONE, now);
    }
}
