package io.seenby.access.tenant;

import io.seenby.access.sealing.DatabaseThread;
import io.seenby.access.sealing.TenantKeys;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of tenants. Rows are never deleted; of a row only the state ever changes. */
@ApplicationScoped
class TenantTable {

    /**
     * The partition with the fewest tenants, not counting our own; two that open at the same moment may get the same one.
     */
    private static final String RESERVE = """
            insert into keys.tenants
                (tenant, partition, state, sealed_name, opened_at, index_key, tag_key, data_key_id, data_key)
            select :tenant, coalesce(cast(cast(:wanted as text) as integer), emptiest.partition), 'opening', decode(cast(:name as text), 'base64'),
                   cast(cast(:openedAt as text) as timestamptz),
                   decode(:indexKey, 'base64'), decode(:tagKey, 'base64'), :dataKeyId, decode(:dataKey, 'base64')
            from (select candidate as partition
                  from generate_series(0, cast(cast(:partitions as text) as integer) - 1) as candidate
                  left join keys.tenants t on t.partition = candidate and t.tenant not like 'seenby-%'
                  group by candidate
                  order by count(t.tenant), candidate
                  limit 1) as emptiest
            on conflict (tenant) do nothing
            """;

    private static final String OPENED = "update keys.tenants set state = 'open' where tenant = :tenant";

    private final Mutiny.SessionFactory sessions;
    private final DatabaseThread database;

    TenantTable(Mutiny.SessionFactory sessions, DatabaseThread database) {
        this.sessions = sessions;
        this.database = database;
    }

    CompletableFuture<Optional<TenantRow>> find(TenantId tenant) {
        return database.run(() -> sessions.withStatelessSession(
                session -> session.get(TenantRow.class, tenant.value()).map(Optional::ofNullable)));
    }

    /**
     * The tenant's row; made with a partition and these keys if there is none yet.
     *
     * @param name of a new one, put aside under these keys
     * @param wanted its partition, if it is not to be chosen
     */
    CompletableFuture<TenantRow> reserve(
            TenantId tenant,
            Optional<byte[]> name,
            Optional<Integer> wanted,
            int partitions,
            TenantKeys.Wrapped keys,
            Instant now) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(RESERVE)
                .setParameter("tenant", tenant.value())
                .setParameter("name", name.map(TenantTable::base64).orElse(null))
                .setParameter("wanted", wanted.map(String::valueOf).orElse(null))
                .setParameter("openedAt", now.toString())
                .setParameter("indexKey", base64(keys.index()))
                .setParameter("tagKey", base64(keys.tag()))
                .setParameter("dataKeyId", keys.dataKeyId())
                .setParameter("dataKey", base64(keys.data()))
                .setParameter("partitions", Integer.toString(partitions))
                .executeUpdate()
                .chain(inserted -> session.get(TenantRow.class, tenant.value()))));
    }

    CompletableFuture<Void> opened(TenantId tenant) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(OPENED)
                .setParameter("tenant", tenant.value())
                .executeUpdate()
                .replaceWithVoid()));
    }

    /** That the database answers. */
    CompletableFuture<Void> ping() {
        return database.run(() -> sessions.withStatelessSession(session ->
                session.createNativeQuery("select 1").getSingleResult().replaceWithVoid()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
