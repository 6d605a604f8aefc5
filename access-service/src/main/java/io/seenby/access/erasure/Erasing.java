package io.seenby.access.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.AccessSettings;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.sealing.Refs;
import io.seenby.access.tenant.Tenant;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.DutyId;
import io.seenby.events.DutyKind;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.RefKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One person asks that a client be erased, another approves. Both only append; what is refused here is refused early, and
 * what counts is decided where the approval stands in the ledger ({@link NotedWriter}), by what stands before it.
 */
@ApplicationScoped
public class Erasing {

    /** How a command ended. */
    public sealed interface Result {}

    /** It stands so. */
    public record Stands(Duty duty) implements Result {}

    /** Nothing was appended, or it does not count. */
    public record Refused(Problem problem) implements Result {}

    static final PublisherId SEENBY = new PublisherId("seenby");

    private static final Problem NO_SUCH_DUTY = Problem.of(ProblemType.NOT_FOUND, "There is no such duty here.");
    private static final Problem SELF_APPROVAL =
            Problem.of(ProblemType.SELF_APPROVAL, "Somebody else than who asked for it must approve it.");
    private static final Problem EXPIRED =
            Problem.of(ProblemType.DUTY_EXPIRED, "It was asked for too long ago; ask for it anew.");

    private final DutyTable table;
    private final NotedWriter writer;
    private final FollowedTable followed;
    private final OwnEvents events;
    private final Forgetting forgetting;
    private final Clock clock;
    private final Duration within;
    private final Duration awaited;

    Erasing(
            DutyTable table,
            NotedWriter writer,
            FollowedTable followed,
            OwnEvents events,
            Forgetting forgetting,
            Clock clock,
            AccessSettings settings) {
        this.table = table;
        this.writer = writer;
        this.followed = followed;
        this.events = events;
        this.forgetting = forgetting;
        this.clock = clock;
        this.within = settings.erasure().approvedWithin();
        this.awaited = settings.erasure().awaited();
    }

    /**
     * Asks for it. Fails if the database does.
     *
     * @param client id as publishers report it
     * @param officer subject of the token of who asks
     */
    public CompletableFuture<Result> request(Tenant tenant, String client, String reason, String officer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Refs refs = new Refs(tenant.keys());
        ClientRef ref = new ClientRef(refs.ref(RefKind.CLIENT, client));
        Duty duty = new Duty(
                tenant.id(),
                new DutyId(UUID.randomUUID().toString()),
                DutyKind.CLIENT_ERASURE,
                ref,
                new ActorRef(refs.ref(RefKind.ACTOR, officer)),
                now.plus(within),
                Duty.State.REQUESTED,
                now);
        ObjectNode fields = Person.of(officer);
        fields.putArray("clients").addObject().put("id", client);
        fields.put("duty", duty.id().value()).put("what", duty.what().wire());
        fields.put("reason", reason).put("until", Moments.write(duty.until()));
        return obstacle(duty)
                .thenCompose(obstacle -> obstacle.isPresent()
                        ? refused(obstacle.get())
                        : append(tenant, EventType.DUTY_REQUESTED, fields).thenCompose(appended -> switch (appended) {
                            case OwnEvents.Refused not -> refused(not.problem());
                            // So that who approves at once is not told that there is no such duty.
                            case OwnEvents.Recorded recorded ->
                                Eventually.found(() -> table.find(tenant.id(), duty.id()), awaited)
                                        .thenApply(found -> new Stands(found.orElse(duty)));
                        }));
    }

    /** What waits for an approval, the first to expire first; the first hundred. Fails if the database does. */
    public CompletableFuture<List<Duty>> waiting(Tenant tenant) {
        return table.waiting(tenant.id(), clock.instant());
    }

    /** As it stands. Fails if the database does. */
    public CompletableFuture<Result> find(Tenant tenant, DutyId id) {
        return table.find(tenant.id(), id)
                .thenApply(found -> found.<Result>map(Stands::new).orElseGet(() -> new Refused(NO_SUCH_DUTY)));
    }

    /**
     * Approves it, and waits a little until it is done. Safe to repeat. Fails if the database does.
     *
     * @param approver subject of the token of who approves
     */
    public CompletableFuture<Result> approve(Tenant tenant, DutyId id, String approver) {
        return table.find(tenant.id(), id)
                .thenCompose(found ->
                        found.map(duty -> approve(tenant, duty, approver)).orElseGet(() -> refused(NO_SUCH_DUTY)));
    }

    private CompletableFuture<Result> approve(Tenant tenant, Duty duty, String approver) {
        if (new Refs(tenant.keys())
                .ref(RefKind.ACTOR, approver)
                .equals(duty.requester().value())) {
            return refused(SELF_APPROVAL);
        }
        if (duty.state() != Duty.State.REQUESTED) {
            return done(duty, Optional.empty());
        }
        if (!clock.instant().isBefore(duty.until())) {
            return refused(EXPIRED);
        }
        ObjectNode fields = Person.of(approver);
        fields.putArray("clients").add(duty.client().value());
        fields.put("duty", duty.id().value());
        return obstacle(duty)
                .thenCompose(obstacle -> obstacle.isPresent()
                        ? refused(obstacle.get())
                        : append(tenant, EventType.DUTY_APPROVED, fields).thenCompose(appended -> switch (appended) {
                            case OwnEvents.Refused not -> refused(not.problem());
                            case OwnEvents.Recorded recorded -> done(duty, Optional.of(recorded.at()));
                        }));
    }

    /** Waits until it is done, or until it turns out that what forbids it was quicker than the approval at this place. */
    private CompletableFuture<Result> done(Duty duty, Optional<Appended.At> approval) {
        return Eventually.found(() -> settled(duty, approval), awaited)
                .thenCompose(settled -> settled.isPresent()
                        ? CompletableFuture.completedFuture(settled)
                        : table.find(duty.tenant(), duty.id()))
                .thenCompose(found -> {
                    Duty now = found.orElse(duty);
                    return switch (now.state()) {
                        case DONE -> forgetting.look().thenApply(looked -> new Stands(now));
                        case APPROVED -> CompletableFuture.completedFuture(new Stands(now));
                        case REQUESTED ->
                            obstacle(now)
                                    .thenApply(obstacle ->
                                            obstacle.<Result>map(Refused::new).orElseGet(() -> new Stands(now)));
                    };
                });
    }

    /** In this order: once the place was read, what stands in the table is what it has led to. */
    private CompletableFuture<Optional<Duty>> settled(Duty duty, Optional<Appended.At> approval) {
        return approval.map(at -> followed.hasRead(at.partition(), at.offset()))
                .orElseGet(() -> CompletableFuture.completedFuture(false))
                .thenCompose(read -> table.find(duty.tenant(), duty.id())
                        .thenApply(found -> found.filter(
                                now -> now.state() == Duty.State.DONE || read && now.state() == Duty.State.REQUESTED)));
    }

    private CompletableFuture<Optional<Problem>> obstacle(Duty duty) {
        return table.obstacle(duty.tenant(), duty.client(), writer.accountedSince(clock.instant()))
                .thenApply(Obstacle::problem);
    }

    private CompletableFuture<OwnEvents.Said> append(Tenant tenant, EventType type, ObjectNode fields) {
        return events.say(tenant.partition(), tenant.keys(), SEENBY, type, fields);
    }

    private static CompletableFuture<Result> refused(Problem problem) {
        return CompletableFuture.completedFuture(new Refused(problem));
    }
}
