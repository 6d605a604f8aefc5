package io.seenby.access.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.InFlight;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.publisher.Standing;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.time.OpenDeadlines;
import io.seenby.access.time.Sign;
import io.seenby.access.trace.Trace;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.TreeHasher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The one way of a report into the ledger: check → keys → seal → append → answer. */
@ApplicationScoped
public class Intake {

    private static final Trouble TROUBLE = new Trouble(Intake.class);

    private final Checker checker;
    private final ClientKeys clientKeys;
    private final Sealer sealer;
    private final Ledger ledger;
    private final Admissions admissions;
    private final InFlight inFlight;
    private final OpenDeadlines deadlines;
    private final Workers workers;
    private final AccessMetrics metrics;
    private final Clock clock;

    Intake(
            Checker checker,
            ClientKeys clientKeys,
            Sealer sealer,
            Ledger ledger,
            Admissions admissions,
            InFlight inFlight,
            OpenDeadlines deadlines,
            Workers workers,
            AccessMetrics metrics,
            Clock clock) {
        this.checker = checker;
        this.clientKeys = clientKeys;
        this.sealer = sealer;
        this.ledger = ledger;
        this.admissions = admissions;
        this.inFlight = inFlight;
        this.deadlines = deadlines;
        this.workers = workers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes one report in the form of {@link io.seenby.events.shape.ReportShapes}. The stage always completes with a
     * value; it completes exceptionally only for a bug. Needs no particular thread and never blocks the caller's. The
     * publisher's token is checked already; that it may report, and how much, is checked here.
     */
    public CompletionStage<Outcome> record(Publisher publisher, JsonNode report) {
        return admissions
                .of(publisher)
                .<Outcome>thenCompose(admission -> switch (admission) {
                    case Admissions.Admitted in -> recordWithinBudget(in.tenant(), in.publisher(), report);
                    case Admissions.Refused out -> CompletableFuture.completedFuture(notTaken(out.problem()));
                })
                .exceptionally(this::unavailable);
    }

    private CompletionStage<Outcome> recordWithinBudget(Tenant tenant, Standing publisher, JsonNode report) {
        long held = InFlight.held(report.toString().length());
        Optional<Problem> noRoom = publisher.tryTake().or(() -> inFlight.tryTake(tenant.id(), held));
        if (noRoom.isPresent()) {
            return CompletableFuture.completedFuture(notTaken(noRoom.get()));
        }
        return take(tenant, publisher, List.of(checker.check(report)), Runnable::run, Turn.first(), Trace.NONE)
                .thenApply(outcomes -> outcomes.get(0))
                .whenComplete((outcome, bug) -> inFlight.give(tenant.id(), held));
    }

    /** Why nothing is taken for a tenant that isn't open; the same whether there is such a tenant or not. */
    public static Problem notOpen() {
        return Problem.of(ProblemType.FORBIDDEN, "The token names no tenant that is open.");
    }

    /**
     * Takes one text on the caller's thread, as far as nothing must be waited for. The caller holds room for it, and has
     * taken it from the quota.
     */
    public CompletableFuture<Outcome> recordText(Tenant tenant, Standing publisher, byte[] json, Trace trace) {
        return take(tenant, publisher, List.of(checker.check(json)), Runnable::run, Turn.first(), trace)
                .thenApply(outcomes -> outcomes.get(0));
    }

    /**
     * Takes part of a batch on the workers: one outcome per item, in order, and in this order onto the ledger. The caller
     * holds room for them, and has taken them from the quota.
     */
    public CompletableFuture<List<Outcome>> recordAll(
            Tenant tenant, Standing publisher, List<Item> items, Turn turn, Trace trace) {
        return CompletableFuture.supplyAsync(
                        () -> items.stream().map(this::check).toList(), workers)
                .thenCompose(checked -> take(tenant, publisher, checked, workers, turn, trace))
                .whenComplete((outcomes, bug) -> turn.end())
                // Whoever writes the answer must not do it on the thread that speaks to the broker.
                .thenApplyAsync(Function.identity(), workers);
    }

    private Checker.Checked check(Item item) {
        return switch (item) {
            case Item.Text text -> checker.check(text.json());
            case Item.Unreadable unreadable -> new Checker.Rejected(unreadable.problem());
        };
    }

    private CompletableFuture<List<Outcome>> take(
            Tenant tenant,
            Standing publisher,
            List<Checker.Checked> checked,
            Executor executor,
            Turn turn,
            Trace trace) {
        // Anew for each part of a batch: a publisher that is suspended in the middle of it is stopped there.
        Optional<Problem> closed = publisher.closed();
        Refs refs = new Refs(tenant.keys());
        List<Sealer.Draft> drafts = new ArrayList<>(checked.size());
        List<Optional<Problem>> refusals = new ArrayList<>(checked.size());
        Set<String> clients = new LinkedHashSet<>();
        for (Checker.Checked each : checked) {
            switch (each) {
                case Checker.Accepted accepted -> {
                    Optional<Problem> refusal = closed.or(() -> publisher.refusal(accepted.type()));
                    refusals.add(refusal);
                    if (refusal.isEmpty()) {
                        Sealer.Draft draft =
                                Sealer.Draft.of(publisher.publisher(), accepted.type(), accepted.report(), refs);
                        drafts.add(draft);
                        clients.addAll(draft.clientRefs());
                    }
                }
                case Checker.Rejected rejected -> refusals.add(Optional.of(rejected.problem()));
            }
        }
        if (drafts.isEmpty()) {
            return CompletableFuture.completedFuture(answer(refusals, List.of(), List.of(), List.of()));
        }
        CompletableFuture<ClientKeys.Held> keys = clientKeys.of(tenant.id(), clients);
        Executor sealing = keys.isDone() ? Runnable::run : executor;
        return keys.thenComposeAsync(held -> sealAndAppend(tenant, refusals, drafts, held, turn, trace), sealing)
                .exceptionally(failure -> {
                    Outcome outcome = unavailable(failure);
                    return refusals.stream()
                            .map(refusal -> refusal.map(this::notTaken).orElse(outcome))
                            .toList();
                });
    }

    /** What waits for the broker holds no report any more: they are many times larger than their entries. */
    private CompletableFuture<List<Outcome>> sealAndAppend(
            Tenant tenant,
            List<Optional<Problem>> refusals,
            List<Sealer.Draft> drafts,
            ClientKeys.Held keys,
            Turn turn,
            Trace trace) {
        Trace.Step step = trace.recording();
        long began = System.nanoTime();
        List<SealedEntry> entries = new ArrayList<>(drafts.size());
        List<Hash> leaves = new ArrayList<>(drafts.size());
        List<Sign> signs = new ArrayList<>(drafts.size());
        TreeHasher hasher = new TreeHasher();
        for (Sealer.Draft draft : drafts) {
            SealedEntry entry =
                    sealer.seal(draft, tenant.keys(), keys, clock.instant().truncatedTo(ChronoUnit.MICROS));
            entries.add(entry.partOf(step.traceparent()));
            signs.add(Sign.of(draft.publisher(), draft.type(), draft.report()));
            // Here and not when it is acknowledged: that is said by the one thread that speaks to the broker.
            leaves.add(hasher.leaf(entry.value()));
        }
        metrics.sealed(System.nanoTime() - began);
        return turn.take(() -> ledger.append(tenant.partition(), entries, turn::end))
                .whenComplete((appended, bug) -> step.end())
                .thenApply(appended -> {
                    hear(tenant, entries, signs, appended);
                    return answer(refusals, entries, leaves, appended);
                });
    }

    private void hear(Tenant tenant, List<SealedEntry> entries, List<Sign> signs, List<Appended> appended) {
        for (int i = 0; i < entries.size(); i++) {
            if (appended.get(i) instanceof Appended.At) {
                deadlines.heard(tenant.id(), signs.get(i), entries.get(i).recordedAt());
            }
        }
    }

    /** Puts the results of what was accepted back between what was refused. */
    private List<Outcome> answer(
            List<Optional<Problem>> refusals, List<SealedEntry> entries, List<Hash> leaves, List<Appended> appended) {
        List<Outcome> outcomes = new ArrayList<>(refusals.size());
        int next = 0;
        for (Optional<Problem> refusal : refusals) {
            if (refusal.isPresent()) {
                outcomes.add(notTaken(refusal.get()));
            } else {
                outcomes.add(outcome(entries.get(next), leaves.get(next), appended.get(next)));
                next++;
            }
        }
        return outcomes;
    }

    private Outcome outcome(SealedEntry entry, Hash leaf, Appended appended) {
        return switch (appended) {
            case Appended.At at -> {
                metrics.recorded(entry.type());
                yield new Outcome.Recorded(
                        entry.identity().tenant(),
                        entry.identity().eventId(),
                        at.partition(),
                        at.offset(),
                        leaf,
                        entry.recordedAt());
            }
            case Appended.Unknown unknown -> unavailable(unknown.problem());
        };
    }

    /** What passes by itself may be sent again; everything else is refused for good. */
    private Outcome notTaken(Problem problem) {
        metrics.refused(problem.type());
        return problem.retryAfter().isPresent() ? new Outcome.Unavailable(problem) : new Outcome.Refused(problem);
    }

    private Outcome unavailable(Problem problem) {
        metrics.refused(problem.type());
        return new Outcome.Unavailable(problem);
    }

    private Outcome unavailable(Throwable failure) {
        TROUBLE.warn("Events are not taken because their keys cannot be had", failure);
        return unavailable(Problem.passing(
                ProblemType.UNAVAILABLE, "The keys cannot be reached; nothing was recorded.", Duration.ofSeconds(1)));
    }
}
