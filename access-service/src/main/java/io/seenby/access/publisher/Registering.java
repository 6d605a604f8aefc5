package io.seenby.access.publisher;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.problem.Problem;
import io.seenby.access.sealing.PutAside;
import io.seenby.access.tenant.Tenant;
import io.seenby.events.ActorKind;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.shape.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Registers and suspends: decide in the table → hold it here → tell the ledger. From the first step on it holds at every
 * instance as soon as that looks; what the ledger was not told because somebody died in between is told by {@link
 * Telling}. So a suspension never waits for a broker.
 */
@ApplicationScoped
public class Registering {

    /** How a command ended. */
    public sealed interface Result {}

    /** It holds and the ledger has it. */
    public record Done(Registration now, Change change) implements Result {}

    /** What it was. */
    public enum Change {
        FIRST,
        CHANGED,
        NONE
    }

    /** There is no such publisher. */
    public record NotRegistered() implements Result {}

    /** It holds, but the ledger does not have it yet. */
    public record NotTold(Problem problem) implements Result {}

    private final PublisherTable table;
    private final Register register;
    private final Telling telling;
    private final Clock clock;

    Registering(PublisherTable table, Register register, Telling telling, Clock clock) {
        this.table = table;
        this.register = register;
        this.telling = telling;
        this.clock = clock;
    }

    /** Also lifts a suspension. Fails if the database does. */
    public CompletableFuture<Result> register(Tenant tenant, PublisherId publisher, Terms terms, String administrator) {
        return decide(
                tenant,
                publisher,
                before -> before.filter(known -> !known.suspended())
                        .map(Registration::terms)
                        .filter(terms::equals)
                        .isPresent(),
                now -> {
                    ObjectNode report = report(EventType.PUBLISHER_REGISTERED, administrator, now);
                    report.put("registered", publisher.value());
                    terms.wireNames().forEach(report.putArray("types")::add);
                    report.put("perSecond", terms.quota().perSecond());
                    report.put("burst", terms.quota().burst());
                    return report;
                },
                before -> Optional.of(terms),
                false);
    }

    /** Nothing if it is suspended already, whatever the reason was. Fails if the database does. */
    public CompletableFuture<Result> suspend(
            Tenant tenant, PublisherId publisher, String reason, String administrator) {
        return decide(
                tenant,
                publisher,
                before -> before.filter(Registration::suspended).isPresent(),
                now -> report(EventType.PUBLISHER_SUSPENDED, administrator, now)
                        .put("suspended", publisher.value())
                        .put("reason", reason),
                before -> before.map(Registration::terms),
                true);
    }

    /** A tenant's publishers as all instances know them, or will within a second. Fails if the database does. */
    public CompletableFuture<List<Registration>> of(Tenant tenant) {
        return table.of(tenant.id());
    }

    private CompletableFuture<Result> decide(
            Tenant tenant,
            PublisherId publisher,
            Predicate<Optional<Registration>> isSoAlready,
            Function<Instant, ObjectNode> entry,
            Function<Optional<Registration>, Optional<Terms>> terms,
            boolean suspended) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return table.decide(
                        tenant.id(),
                        publisher,
                        before -> isSoAlready.test(before)
                                ? Optional.empty()
                                : terms.apply(before)
                                        .map(wanted -> new PublisherTable.Decision(
                                                suspended,
                                                wanted,
                                                now,
                                                PutAside.seal(tenant.keys(), entry.apply(now)))))
                .thenCompose(decided -> decided.now()
                        .map(registration -> hold(tenant, decided.before(), registration))
                        .orElseGet(() -> CompletableFuture.completedFuture(new NotRegistered())));
    }

    private CompletableFuture<Result> hold(Tenant tenant, Optional<Registration> before, Registration now) {
        register.apply(now);
        Change change = before.map(known -> known.equals(now) ? Change.NONE : Change.CHANGED)
                .orElse(Change.FIRST);
        return telling.tell(tenant)
                .thenApply(problem -> problem.<Result>map(NotTold::new).orElseGet(() -> new Done(now, change)));
    }

    private static ObjectNode report(EventType type, String administrator, Instant now) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", type.wire());
        report.put("eventId", UUID.randomUUID().toString());
        report.put("occurredAt", Moments.write(now));
        report.putObject("actor").put("id", administrator).put("kind", ActorKind.WORKFORCE.wire());
        return report;
    }
}
