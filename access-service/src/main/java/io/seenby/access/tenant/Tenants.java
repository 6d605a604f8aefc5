package io.seenby.access.tenant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.seenby.access.AccessSettings;
import io.seenby.access.sealing.KeyWrap;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The open tenants. */
@ApplicationScoped
public class Tenants {

    /** An open tenant never changes; one that isn't open may be opened by another instance at any moment. */
    private static final Duration OPEN = Duration.ofHours(1);

    private static final Duration NOT_OPEN = Duration.ofSeconds(1);

    private final TenantTable table;
    private final KeyWrap wrap;
    private final AsyncCache<TenantId, Optional<Tenant>> cache;

    Tenants(TenantTable table, KeyWrap wrap, AccessSettings settings) {
        this.table = table;
        this.wrap = wrap;
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.keys().cachedTenants())
                .expireAfter(
                        Expiry.creating((TenantId id, Optional<Tenant> tenant) -> tenant.isPresent() ? OPEN : NOT_OPEN))
                .buildAsync();
    }

    /** Empty unless the tenant is open. Fails if the database does; completed already if the tenant is in memory. */
    public CompletableFuture<Optional<Tenant>> find(TenantId id) {
        return cache.get(
                id,
                (wanted, executor) -> table.find(wanted)
                        .thenApply(row -> row.filter(TenantRow::isOpen).map(this::open)));
    }

    /** As {@link #find}, of a tenant that may have been opened elsewhere a moment ago. */
    public CompletableFuture<Optional<Tenant>> findAnew(TenantId id) {
        return find(id).thenCompose(known -> {
            if (known.isPresent()) {
                return CompletableFuture.completedFuture(known);
            }
            forget(id);
            return find(id);
        });
    }

    /** Completes when the database has answered; fails if it does not. */
    CompletableFuture<Void> answers() {
        return table.ping();
    }

    /** A row as the tenant it stands for, its keys unwrapped. */
    Tenant open(TenantRow row) {
        TenantId id = new TenantId(row.tenant);
        return new Tenant(id, row.partition, row.keys().unwrap(id, wrap));
    }

    /** Forgets that a tenant was not open. */
    void forget(TenantId id) {
        cache.synchronous().invalidate(id);
    }
}
