package io.seenby.access.tenant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ledger.TopicWatch;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.KeyWrap;
import io.seenby.access.sealing.PutAside;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.sealing.TenantKeys;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Opens a tenant: reserve partition and keys → append {@code TenantOpened} → mark as open. After a crash between two
 * of these the next request goes on where the last one stopped; an entry appended twice is byte for byte the same
 * report under the same identity, which the projector counts as a duplicate.
 */
@ApplicationScoped
public class TenantOpening {

    private static final PublisherId SEENBY = new PublisherId("seenby");

    /** How an opening ended. */
    public sealed interface Result {}

    public record OpenedNow(int partition) implements Result {}

    public record OpenAlready(int partition) implements Result {}

    public record NotOpened(Problem problem) implements Result {}

    private final TenantTable table;
    private final Tenants tenants;
    private final KeyWrap wrap;
    private final Sealer sealer;
    private final Ledger ledger;
    private final TopicWatch topic;
    private final Clock clock;

    TenantOpening(
            TenantTable table,
            Tenants tenants,
            KeyWrap wrap,
            Sealer sealer,
            Ledger ledger,
            TopicWatch topic,
            Clock clock) {
        this.table = table;
        this.tenants = tenants;
        this.wrap = wrap;
        this.sealer = sealer;
        this.ledger = ledger;
        this.topic = topic;
        this.clock = clock;
    }

    /** The name counts only when the tenant is new. Fails if the database does. */
    public CompletableFuture<Result> open(TenantId tenant, Optional<String> name) {
        return open(tenant, name, Optional.empty());
    }

    /** Our own tenant in a partition, whose entries tell what happens to the partition itself. */
    public CompletableFuture<Result> openOwn(int partition) {
        return open(TenantId.ofLedger(partition), Optional.empty(), Optional.of(partition));
    }

    private CompletableFuture<Result> open(TenantId tenant, Optional<String> name, Optional<Integer> wanted) {
        Optional<Integer> partitions = topic.partitions();
        TenantKeys.Wrapped keys = TenantKeys.Wrapped.fresh(tenant, wrap);
        return partitions.isEmpty()
                ? CompletableFuture.completedFuture(new NotOpened(unreachable()))
                : table.reserve(
                                tenant,
                                name.map(text -> PutAside.seal(keys.unwrap(tenant, wrap), named(text))),
                                wanted,
                                partitions.get(),
                                keys,
                                clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .thenCompose(this::proceed);
    }

    private CompletableFuture<Result> proceed(TenantRow row) {
        if (row.isOpen()) {
            return CompletableFuture.completedFuture(new OpenAlready(row.partition));
        }
        Tenant tenant = tenants.open(row);
        return ledger.append(row.partition, List.of(sealed(row, tenant))).thenCompose(results -> switch (results.get(
                0)) {
            case Appended.At at ->
                table.opened(tenant.id()).thenApply(done -> {
                    tenants.forget(tenant.id());
                    return new OpenedNow(row.partition);
                });
            case Appended.Unknown unknown -> CompletableFuture.completedFuture(new NotOpened(unknown.problem()));
        });
    }

    /** Everything in it but the time of recording comes from the row, so a second one says the same. */
    private SealedEntry sealed(TenantRow row, Tenant tenant) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", EventType.TENANT_OPENED.wire());
        report.put("eventId", "opened");
        report.put("occurredAt", Moments.write(row.openedAt));
        report.put("partition", row.partition);
        if (row.sealedName != null) {
            report.setAll(PutAside.open(tenant.keys(), row.sealedName));
        }
        Sealer.Draft draft = Sealer.Draft.of(SEENBY, EventType.TENANT_OPENED, report, new Refs(tenant.keys()));
        return sealer.seal(draft, tenant.keys(), ClientKeys.Held.NONE, clock.instant());
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private static Problem unreachable() {
        return Problem.passing(ProblemType.UNAVAILABLE, "The ledger cannot be reached.", Duration.ofSeconds(1));
    }
}
