package io.seenby.access.sealing;

import io.seenby.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The table of wrapped client keys. Many keys are one round trip: names travel as one comma-separated text per column,
 * which is safe because tenants, refs, key ids and base64 hold no comma.
 */
@ApplicationScoped
class KeyTable {

    private static final String LATEST = """
            select distinct on (k.tenant, k.client) k.*
            from unnest(string_to_array(:tenants, ','), string_to_array(:clients, ',')) as wanted (tenant, client)
            join keys.client_keys k on k.tenant = wanted.tenant and k.client = wanted.client
            order by k.tenant, k.client, k.generation desc
            """;

    private static final String GENERATION = """
            select k.*
            from unnest(string_to_array(:clients, ','), string_to_array(:keyIds, ',')) as wanted (client, key_id)
            join keys.client_keys k on k.client = wanted.client and k.key_id = wanted.key_id
            where k.tenant = :tenant
            """;

    private static final String INSERT = """
            insert into keys.client_keys (tenant, client, generation, key_id, wrapped_key)
            select tenant, client,
                   1 + (select coalesce(max(e.generation), 0) from keys.erasures e
                        where e.tenant = fresh.tenant and e.client = fresh.client),
                   key_id, decode(wrapped, 'base64')
            from unnest(string_to_array(:tenants, ','), string_to_array(:clients, ','),
                        string_to_array(:keyIds, ','), string_to_array(:wrapped, ','))
                 as fresh (tenant, client, key_id, wrapped)
            on conflict do nothing
            """;

    private final Mutiny.SessionFactory sessions;
    private final KeyWrap wrap;

    KeyTable(Mutiny.SessionFactory sessions, KeyWrap wrap) {
        this.sessions = sessions;
        this.wrap = wrap;
    }

    /** The current key of each client; those who have none get one. It is committed when the result is there. */
    Uni<Map<ClientName, DataKey>> obtain(Collection<ClientName> clients) {
        return sessions.withStatelessTransaction(session -> latest(session, clients)
                .chain(found -> {
                    // In one order everywhere, so that two instances wait for each other and never in a circle.
                    List<ClientName> missing = clients.stream()
                            .filter(client -> !found.containsKey(client))
                            .sorted()
                            .toList();
                    return missing.isEmpty() ? Uni.createFrom().item(found) : create(session, missing, found);
                }));
    }

    /** Who inserts first wins; both read again what then is there. */
    private Uni<Map<ClientName, DataKey>> create(
            Mutiny.StatelessSession session, List<ClientName> missing, Map<ClientName, DataKey> found) {
        List<DataKey> fresh = missing.stream().map(client -> DataKey.fresh()).toList();
        StringBuilder wrapped = new StringBuilder(missing.size() * 120);
        for (int i = 0; i < fresh.size(); i++) {
            DataKey key = fresh.get(i);
            byte[] bytes = wrap.wrap(key.bytes(), missing.get(i).place(key.id()));
            wrapped.append(i == 0 ? "" : ",").append(Base64.getEncoder().encodeToString(bytes));
        }
        return session.createNativeQuery(INSERT)
                .setParameter(
                        "tenants", joined(missing, client -> client.tenant().value()))
                .setParameter("clients", joined(missing, ClientName::client))
                .setParameter("keyIds", joined(fresh, DataKey::id))
                .setParameter("wrapped", wrapped.toString())
                .executeUpdate()
                .chain(inserted -> latest(session, missing))
                .map(now -> {
                    Map<ClientName, DataKey> all = new HashMap<>(found);
                    all.putAll(now);
                    return all;
                });
    }

    private Uni<Map<ClientName, DataKey>> latest(Mutiny.StatelessSession session, Collection<ClientName> clients) {
        return session.createNativeQuery(LATEST, ClientKeyRow.class)
                .setParameter(
                        "tenants", joined(clients, client -> client.tenant().value()))
                .setParameter("clients", joined(clients, ClientName::client))
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(KeyTable::name, this::unwrapped)));
    }

    /** Keys by the ids that stand beside their boxes; those that were destroyed are not in the result. */
    Uni<Map<String, DataKey>> generations(String tenant, List<BoxKey> wanted) {
        return sessions.withStatelessSession(session -> session.createNativeQuery(GENERATION, ClientKeyRow.class)
                .setParameter("tenant", tenant)
                .setParameter("clients", joined(wanted, BoxKey::subject))
                .setParameter("keyIds", joined(wanted, BoxKey::keyId))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.id.client() + "/" + row.keyId, this::unwrapped))));
    }

    /** Which key a box of a client needs. */
    record BoxKey(String subject, String keyId) {

        String name() {
            return subject + "/" + keyId;
        }
    }

    private DataKey unwrapped(ClientKeyRow row) {
        return new DataKey(row.keyId, wrap.unwrap(row.wrappedKey, name(row).place(row.keyId)));
    }

    private static ClientName name(ClientKeyRow row) {
        return new ClientName(new TenantId(row.id.tenant()), row.id.client());
    }

    private static <T> String joined(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(","));
    }
}
