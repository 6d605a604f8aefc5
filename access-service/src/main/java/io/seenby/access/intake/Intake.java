package io.seenby.access.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.PublisherId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** The one way of a report into the ledger: check → keys → seal → append → answer. */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Checker checker;
    private final ClientKeys clientKeys;
    private final Sealer sealer;
    private final Ledger ledger;
    private final Tenants tenants;
    private final InFlight inFlight;
    private final Workers workers;
    private final AccessMetrics metrics;
    private final Clock clock;

    Intake(
            Checker checker,
            ClientKeys clientKeys,
            Sealer sealer,
            Ledger ledger,
            Tenants tenants,
            InFlight inFlight,
            Workers workers,
            AccessMetrics metrics,
            Clock clock) {
        this.checker = checker;
        this.clientKeys = clientKeys;
        this.sealer = sealer;
        this.ledger = ledger;
        this.tenants = tenants;
        this.inFlight = inFlight;
        this.workers = workers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes one report in the form of {@link io.seenby.events.shape.ReportShapes}. The stage always completes with a
     * value; it completes exceptionally only for a bug. Needs no particular thread and never blocks the caller's. The
     * publisher's token is checked already; that the tenant is open is checked here.
     */
    public CompletionStage<Outcome> record(Publisher publisher, JsonNode report) {
        return tenants.find(publisher.tenant())
                .thenCompose(found -> found.<CompletionStage<Outcome>>map(
                                tenant -> recordWithinBudget(tenant, publisher.id(), report))
                        .orElseGet(() -> CompletableFuture.completedFuture(refused(notOpen()))))
                .exceptionally(this::unavailable);
    }

    private CompletionStage<Outcome> recordWithinBudget(Tenant tenant, PublisherId publisher, JsonNode report) {
        long held = InFlight.held(report.toString().length());
        Optional<Problem> noRoom = inFlight.tryTake(tenant.id(), held);
        if (noRoom.isPresent()) {
            return CompletableFuture.completedFuture(unavailable(noRoom.get()));
        }
        return take(tenant, publisher, List.of(checker.check(report)), Runnable::run)
                .thenApply(outcomes -> outcomes.get(0))
                .whenComplete((outcome, bug) -> inFlight.give(tenant.id(), held));
    }

    /** Why nothing is taken for a tenant that isn't open; the same whether there is such a tenant or not. */
    public static Problem notOpen() {
        return Problem.of(ProblemType.FORBIDDEN, "The token names no tenant that is open.");
    }

    /** Takes one text on the caller's thread, as far as nothing must be waited for. The caller holds room for it. */
    public CompletableFuture<Outcome> recordText(Tenant tenant, PublisherId publisher, byte[] json) {
        return take(tenant, publisher, List.of(checker.check(json)), Runnable::run)
                .thenApply(outcomes -> outcomes.get(0));
    }

    /** Takes part of a batch on the workers: one outcome per item, in order. The caller holds room for them. */
    public CompletableFuture<List<Outcome>> recordAll(Tenant tenant, PublisherId publisher, List<Item> items) {
        return CompletableFuture.supplyAsync(
                        () -> items.stream().map(this::check).toList(), workers)
                .thenCompose(checked -> take(tenant, publisher, checked, workers));
    }

    private Checker.Checked check(Item item) {
        return switch (item) {
            case Item.Text text -> checker.check(text.json());
            case Item.Unreadable unreadable -> new Checker.Rejected(unreadable.problem());
        };
    }

    private CompletableFuture<List<Outcome>> take(
            Tenant tenant, PublisherId publisher, List<Checker.Checked> checked, Executor executor) {
        Refs refs = new Refs(tenant.keys());
        List<Sealer.Draft> drafts = new ArrayList<>(checked.size());
        Set<String> clients = new LinkedHashSet<>();
        for (Checker.Checked each : checked) {
            if (each instanceof Checker.Accepted accepted) {
                Sealer.Draft draft = Sealer.Draft.of(publisher, accepted.type(), accepted.report(), refs);
                drafts.add(draft);
                clients.addAll(draft.clientRefs());
            }
        }
        if (drafts.isEmpty()) {
            return CompletableFuture.completedFuture(answer(checked, List.of(), List.of()));
        }
        CompletableFuture<ClientKeys.Held> keys = clientKeys.of(tenant.id(), clients);
        Executor sealing = keys.isDone() ? Runnable::run : executor;
        return keys.thenComposeAsync(held -> sealAndAppend(tenant, checked, drafts, held), sealing)
                .exceptionally(failure -> {
                    Outcome outcome = unavailable(failure);
                    return checked.stream()
                            .map(each ->
                                    each instanceof Checker.Rejected rejected ? refused(rejected.problem()) : outcome)
                            .toList();
                });
    }

    private CompletableFuture<List<Outcome>> sealAndAppend(
            Tenant tenant, List<Checker.Checked> checked, List<Sealer.Draft> drafts, ClientKeys.Held keys) {
        long began = System.nanoTime();
        List<SealedEntry> entries = new ArrayList<>(drafts.size());
        for (Sealer.Draft draft : drafts) {
            entries.add(sealer.seal(draft, tenant.keys(), keys, clock.instant()));
        }
        metrics.sealed(System.nanoTime() - began);
        return ledger.append(tenant.partition(), entries).thenApply(appended -> answer(checked, entries, appended));
    }

    /** Puts the results of what was accepted back between what was rejected. */
    private List<Outcome> answer(List<Checker.Checked> checked, List<SealedEntry> entries, List<Appended> appended) {
        List<Outcome> outcomes = new ArrayList<>(checked.size());
        int next = 0;
        for (Checker.Checked each : checked) {
            outcomes.add(
                    switch (each) {
                        case Checker.Rejected rejected -> refused(rejected.problem());
                        case Checker.Accepted accepted -> outcome(entries.get(next), appended.get(next));
                    });
            next += each instanceof Checker.Accepted ? 1 : 0;
        }
        return outcomes;
    }

    private Outcome outcome(SealedEntry entry, Appended appended) {
        return switch (appended) {
            case Appended.At at -> {
                metrics.recorded(entry.type());
                yield new Outcome.Recorded(
                        entry.identity().tenant(),
                        entry.identity().eventId(),
                        at.partition(),
                        at.offset(),
                        entry.recordedAt());
            }
            case Appended.Unknown unknown -> unavailable(unknown.problem());
        };
    }

    private Outcome refused(Problem problem) {
        metrics.refused(problem.type());
        return new Outcome.Refused(problem);
    }

    private Outcome unavailable(Problem problem) {
        metrics.refused(problem.type());
        return new Outcome.Unavailable(problem);
    }

    private Outcome unavailable(Throwable failure) {
        LOG.warn("An event was not taken because its keys could not be had", failure);
        return unavailable(Problem.passing(
                ProblemType.UNAVAILABLE, "The keys cannot be reached; nothing was recorded.", Duration.ofSeconds(1)));
    }
}
