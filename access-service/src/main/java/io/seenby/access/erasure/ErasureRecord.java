package io.seenby.access.erasure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.shape.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Writes {@code ClientErased} for each approval that counts. Everything in it but the time of recording comes from the
 * duty, so a second one, by another instance or after a crash, says the same under the same identity: a duplicate.
 */
@ApplicationScoped
class ErasureRecord {

    private static final Logger LOG = Logger.getLogger(ErasureRecord.class);

    /** Whoever restores a table of long ago, under other settings, erases nobody by an approval that did not count then. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final DutyTable table;
    private final Tenants tenants;
    private final OwnEvents events;
    private final Clock clock;

    ErasureRecord(DutyTable table, Tenants tenants, OwnEvents events, Clock clock) {
        this.table = table;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** Completes when the broker has answered for all of them. Fails if the database does. */
    CompletableFuture<Void> writeAll() {
        return table.approved(clock.instant().minus(FRESH))
                .thenCompose(duties ->
                        CompletableFuture.allOf(duties.stream().map(this::write).toArray(CompletableFuture[]::new)));
    }

    private CompletableFuture<Void> write(Duty duty) {
        return tenants.find(duty.tenant())
                .thenCompose(tenant -> append(tenant.orElseThrow(), duty))
                .thenAccept(said -> {
                    if (said instanceof OwnEvents.Refused refused) {
                        LOG.warnf(
                                "Duty %s is not done yet: %s",
                                duty.id(), refused.problem().detail());
                    }
                });
    }

    private CompletableFuture<OwnEvents.Said> append(Tenant tenant, Duty duty) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("eventId", "erased-" + duty.id());
        fields.put("occurredAt", Moments.write(duty.changed()));
        fields.put("duty", duty.id().value());
        fields.putArray("clients").add(duty.client().value());
        return events.say(tenant.partition(), tenant.keys(), Erasing.SEENBY, EventType.CLIENT_ERASED, fields);
    }
}
