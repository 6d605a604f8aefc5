package io.seenby.access.publisher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.seenby.access.AccessSettings;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.PutAside;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells the ledger what was decided about publishers: append, then note that it is told. What nobody noted (a crash in
 * between, a broker that was away) is told again, by whoever looks next, in the same words under the same identity; the
 * projector counts the second as a duplicate.
 */
@ApplicationScoped
class Telling {

    private static final PublisherId SEENBY = new PublisherId("seenby");
    private static final Trouble TROUBLE = new Trouble(Telling.class);

    private final PublisherTable table;
    private final Tenants tenants;
    private final Sealer sealer;
    private final Ledger ledger;
    private final AccessMetrics metrics;
    private final Clock clock;
    private final Duration retry;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("publishers-told").daemon().factory());

    /** Guarded by this: one at a time, so that nothing is told twice without need. */
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Telling(
            PublisherTable table,
            Tenants tenants,
            Sealer sealer,
            Ledger ledger,
            AccessMetrics metrics,
            Clock clock,
            AccessSettings settings) {
        this.table = table;
        this.tenants = tenants;
        this.sealer = sealer;
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
        this.retry = settings.publishers().tellAgain();
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::finish, 0, retry.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /** What is half done and nobody's work any more. */
    private void finish() {
        try {
            table.untoldTenants(clock.instant().minus(retry))
                    .thenCompose(left -> CompletableFuture.allOf(left.stream()
                            .map(id -> tenants.find(id).thenCompose(tenant -> tell(tenant.orElseThrow())))
                            .toArray(CompletableFuture[]::new)))
                    .get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            // Thrown out of here it would be the last look.
            TROUBLE.warn("The ledger is not told what was decided about publishers", failure);
        }
    }

    /** Tells all that the tenant's ledger may not have, in order; says why not, if not. Fails if the database does. */
    synchronized CompletableFuture<Optional<Problem>> tell(Tenant tenant) {
        CompletableFuture<Optional<Problem>> next =
                last.handle((done, failure) -> tenant).thenCompose(this::tellNow);
        last = next;
        return next;
    }

    private CompletableFuture<Optional<Problem>> tellNow(Tenant tenant) {
        return table.untold(tenant.id()).thenCompose(untold -> {
            if (untold.isEmpty()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            List<SealedEntry> entries =
                    untold.stream().map(each -> sealed(tenant, each.sealed())).toList();
            return ledger.append(tenant.partition(), entries)
                    .thenCompose(results -> noted(tenant, untold, entries, results));
        });
    }

    private CompletableFuture<Optional<Problem>> noted(
            Tenant tenant, List<PublisherTable.Untold> untold, List<SealedEntry> entries, List<Appended> results) {
        int there = 0;
        while (there < results.size() && results.get(there) instanceof Appended.At) {
            metrics.recorded(entries.get(there).type());
            there++;
        }
        Optional<Problem> problem = results.stream()
                .filter(Appended.Unknown.class::isInstance)
                .map(each -> ((Appended.Unknown) each).problem())
                .findFirst();
        if (there == 0) {
            return CompletableFuture.completedFuture(problem);
        }
        CompletableFuture<Void> noted =
                table.told(tenant.id(), untold.get(there - 1).ordinal());
        // There may be more than were read at once.
        return problem.isPresent() ? noted.thenApply(done -> problem) : noted.thenCompose(done -> tellNow(tenant));
    }

    private SealedEntry sealed(Tenant tenant, byte[] putAside) {
        ObjectNode report = PutAside.open(tenant.keys(), putAside);
        EventType type = EventType.ofWire(report.get("type").textValue());
        Sealer.Draft draft = Sealer.Draft.of(SEENBY, type, report, new Refs(tenant.keys()));
        return sealer.seal(
                draft, tenant.keys(), ClientKeys.Held.NONE, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
