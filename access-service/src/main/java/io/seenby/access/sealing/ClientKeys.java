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

    ClientKeys(AccessSettings settings, KeyTable table, DatabaseThread database, MeterRegistry meters) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.keys().cachedClients())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, cache, "client-keys");
        this.table = table;
        this.database = database;
        this.requests = new KeyRequests(names -> database.run(() -> table.obtain(names)), cache::put);
    }

    /** Fails if the database does. Completed already if all keys are in memory. */
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
        return requests.obtain(missing).thenApply(found -> {
            found.forEach((name, key) -> held.put(name.client(), key));
            return new Held(held);
        });
    }

    /** The keys of boxes that stand in the ledger; a destroyed key is missing in the result. Not from memory. */
    CompletableFuture<Map<String, DataKey>> generations(TenantId tenant, Collection<KeyTable.BoxKey> wanted) {
        List<KeyTable.BoxKey> distinct = wanted.stream().distinct().collect(Collectors.toList());
        return distinct.isEmpty()
                ? CompletableFuture.completedFuture(Map.of())
                : database.run(() -> table.generations(tenant.value(), distinct));
    }
}
