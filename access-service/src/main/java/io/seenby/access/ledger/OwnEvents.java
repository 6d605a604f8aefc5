package io.seenby.access.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.problem.Problem;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.sealing.TenantKeys;
import io.seenby.events.EventId;
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

/** Records what a service of SeenBy's own has to say: of now, under a new identity, unless it says otherwise. */
@ApplicationScoped
public class OwnEvents {

    private final Sealer sealer;
    private final ClientKeys clientKeys;
    private final Ledger ledger;
    private final AccessMetrics metrics;
    private final Clock clock;

    OwnEvents(Sealer sealer, ClientKeys clientKeys, Ledger ledger, AccessMetrics metrics, Clock clock) {
        this.sealer = sealer;
        this.clientKeys = clientKeys;
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Said {}

    /** The ledger has it, under this identity of the tenant's. */
    public record Recorded(PublisherId publisher, EventId eventId, Instant recordedAt, Appended.At at)
            implements Said {}

    /** It was not taken, or we do not know that it was. */
    public record Refused(Problem problem) implements Said {}

    /** As {@link #say}. Empty when it is recorded, else why it is not. */
    public CompletableFuture<Optional<Problem>> record(
            int partition, TenantKeys keys, PublisherId service, EventType type, ObjectNode fields) {
        return say(partition, keys, service, type, fields).thenApply(said -> switch (said) {
            case Refused refused -> Optional.of(refused.problem());
            case Recorded recorded -> Optional.empty();
        });
    }

    /**
     * Appends one event. Fails if it lists clients by id and their keys cannot be had.
     *
     * @param fields the type's own, in their shape; also {@code eventId} and {@code occurredAt}, where a second one must be
     *     the same event
     */
    public CompletableFuture<Said> say(
            int partition, TenantKeys keys, PublisherId service, EventType type, ObjectNode fields) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", type.wire());
        report.put("eventId", UUID.randomUUID().toString());
        report.put("occurredAt", Moments.write(now));
        report.setAll(fields);
        Sealer.Draft draft = Sealer.Draft.of(service, type, report, new Refs(keys));
        EventId id = new EventId(report.get("eventId").textValue());
        return clientKeys
                .of(keys.tenant(), draft.clientRefs())
                .thenCompose(held -> ledger.append(partition, List.of(sealer.seal(draft, keys, held, now))))
                .thenApply(results -> switch (results.get(0)) {
                    case Appended.Unknown unknown -> new Refused(unknown.problem());
                    case Appended.At at -> {
                        metrics.recorded(type);
                        yield new Recorded(service, id, now, at);
                    }
                });
    }
}
