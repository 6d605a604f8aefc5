package io.seenby.access.rotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.TenantOpening;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.LedgerKeyId;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Writes {@code LedgerKeyRotated} into a partition's own ledger, which is opened when it is first needed. */
@ApplicationScoped
public class RotationRecord {

    private static final PublisherId SEENBY = new PublisherId("seenby");

    private final TenantOpening opening;
    private final Tenants tenants;
    private final Sealer sealer;
    private final Ledger ledger;
    private final AccessMetrics metrics;
    private final Clock clock;

    RotationRecord(
            TenantOpening opening, Tenants tenants, Sealer sealer, Ledger ledger, AccessMetrics metrics, Clock clock) {
        this.opening = opening;
        this.tenants = tenants;
        this.sealer = sealer;
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Returns when the ledger has it. Everything in it but the time of recording comes from the caller, so a second one
     * says the same.
     */
    void append(int partition, String eventId, List<LedgerKeyId> accepts, List<LedgerKeyId> retires, Instant since)
            throws InterruptedException, ExecutionException {
        Tenant tenant = own(partition);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", EventType.LEDGER_KEY_ROTATED.wire());
        report.put("eventId", eventId);
        report.put("occurredAt", Moments.write(since));
        report.put("partition", partition);
        put(report.putArray("accepts"), accepts);
        put(report.putArray("retires"), retires);
        Sealer.Draft draft = Sealer.Draft.of(SEENBY, EventType.LEDGER_KEY_ROTATED, report, new Refs(tenant.keys()));
        SealedEntry entry = sealer.seal(
                draft, tenant.keys(), ClientKeys.Held.NONE, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Appended result = ledger.append(partition, List.of(entry)).get().get(0);
        if (result instanceof Appended.Unknown unknown) {
            throw new NotRotated(unknown.problem());
        }
        metrics.recorded(EventType.LEDGER_KEY_ROTATED);
    }

    private Tenant own(int partition) throws InterruptedException, ExecutionException {
        if (opening.openOwn(partition).get() instanceof TenantOpening.NotOpened not) {
            throw new NotRotated(not.problem());
        }
        TenantId id = TenantId.ofLedger(partition);
        return tenants.find(id).get().orElseThrow(() -> new IllegalStateException(id + " was opened and is not open"));
    }

    private static void put(ArrayNode ids, List<LedgerKeyId> keys) {
        keys.forEach(key -> ids.add(key.value()));
    }
}
