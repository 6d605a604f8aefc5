package io.seenby.access.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.problem.Problem;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.sealing.TenantKeys;
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

/** Records what a service of SeenBy's own has to say: of now, about no client, under a new identity. */
@ApplicationScoped
public class OwnEvents {

    private final Sealer sealer;
    private final Ledger ledger;
    private final AccessMetrics metrics;
    private final Clock clock;

    OwnEvents(Sealer sealer, Ledger ledger, AccessMetrics metrics, Clock clock) {
        this.sealer = sealer;
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Empty when it is recorded, else why it is not.
     *
     * @param fields the type's own, in their shape
     */
    public CompletableFuture<Optional<Problem>> record(
            int partition, TenantKeys keys, PublisherId service, EventType type, ObjectNode fields) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", type.wire());
        report.put("eventId", UUID.randomUUID().toString());
        report.put("occurredAt", Moments.write(now));
        report.setAll(fields);
        Sealer.Draft draft = Sealer.Draft.of(service, type, report, new Refs(keys));
        SealedEntry entry = sealer.seal(draft, keys, ClientKeys.Held.NONE, now);
        return ledger.append(partition, List.of(entry)).thenApply(results -> switch (results.get(0)) {
            case Appended.Unknown unknown -> Optional.of(unknown.problem());
            case Appended.At at -> {
                metrics.recorded(type);
                yield Optional.empty();
            }
        });
    }
}
