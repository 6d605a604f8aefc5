package io.seenby.access.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.seenby.access.AccessSettings;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The clients' data keys: from memory, else from the table, which makes them for clients it does not know. */
@ApplicationScoped
public class ClientKeys {

    /** Keys at hand for one batch. */
    public static final class Held {

        /** For entries that are about no client. */
        public static final Held NONE = new Held(Map.of());

        private final Map<String, DataKey> byRef;

        Held(Map<String, DataKey> byRef) {
            this.byRef = byRef;
        }

        DataKey of(String ref) {
            DataKey key = byRef.get(ref);
            if (key == null) {
                throw new IllegalArgumentException("the key of a client was not asked for");
            }
            return key;
        }
    }

    private final Cache<ClientName, DataKey> cache;
    private final KeyRequests requests;
    private final KeyTable table;
    private final DatabaseThread database;
    private final KeyGate gate;

    ClientKeys(AccessSettings settings, KeyTable table, DatabaseThread database, KeyGate gate, MeterRegistry meters) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.keys().cachedClients())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, cache, "client-keys");
        this.table = table;
        this.database = database;
        this.gate = gate;
        this.requests = new KeyRequests(names -> database.run(() -> table.obtain(names)), cache::put);
    }

    /** Fails if the database does, or while the gate is shut. Completed already if all keys are in memory. */
    public CompletableFuture<Held> of(TenantId tenant, Collection<String> refs) {
        Map<String, DataKey> held = new HashMap<>(refs.size() * 2);
        List<ClientName> missing = new ArrayList<>(0);
        for (String ref : refs) {
            ClientName name = new ClientName(tenant, ref);
            DataKey key = cache.getIfPresent(name);
            if (key == null) {
                missing.add(name);
            } else {
                held.put(ref, key);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(new Held(held));
        }
        if (!gate.isOpen()) {
            return CompletableFuture.failedFuture(new KeysNotCurrent());
        }
        return requests.obtain(missing).thenApply(found -> {
            found.forEach((name, key) -> held.put(name.client(), key));
            return new Held(held);
        });
    }

    /**
     * The keys of boxes that stand in the ledger; a destroyed key is missing in the result. Not from memory. Fails if the
     * database does, or while the gate is shut.
     */
    CompletableFuture<Map<String, DataKey>> generations(TenantId tenant, Collection<KeyTable.BoxKey> wanted) {
        List<KeyTable.BoxKey> distinct = wanted.stream().distinct().collect(Collectors.toList());
        if (distinct.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return gate.isOpen()
                ? database.run(() -> table.generations(tenant.value(), distinct))
                : CompletableFuture.failedFuture(new KeysNotCurrent());
    }

    /** A key that was destroyed is used no more. One that is on its way from the table may still come. */
    public void forget(TenantId tenant, String client) {
        cache.invalidate(new ClientName(tenant, client));
    }

    /** Who may have been erased is not known: every key is asked for again. */
    public void forgetAll() {
        cache.invalidateAll();
    }
}
