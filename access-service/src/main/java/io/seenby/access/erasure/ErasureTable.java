package io.seenby.access.erasure;

import io.seenby.access.sealing.DatabaseThread;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who was erased; only {@link NotedWriter} adds to it. */
@ApplicationScoped
class ErasureTable {

    private static final String SINCE =
            "select ordinal, tenant, client from keys.erasures where ordinal > :seen order by ordinal";

    private static final String DESTROY_AGAIN = """
            delete from keys.client_keys k using keys.erasures e
            where k.tenant = e.tenant and k.client = e.client and k.generation <= e.generation
            """;

    /** @param ordinal of the erasure, over all tenants; 1 or more */
    record Erased(long ordinal, TenantId tenant, ClientRef client) {}

    private final Mutiny.SessionFactory sessions;
    private final DatabaseThread database;

    ErasureTable(Mutiny.SessionFactory sessions, DatabaseThread database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** Those after this one, in their order; 0 for all. */
    CompletableFuture<List<Erased>> since(long seen) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(SINCE, Object[].class)
                        .setParameter("seen", seen)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new Erased(
                                        ((Number) row[0]).longValue(),
                                        new TenantId(row[1].toString()),
                                        new ClientRef(row[2].toString())))
                                .toList())));
    }

    /** Destroys keys that a backup of their table alone has brought back; answers how many. */
    CompletableFuture<Integer> destroyAgain() {
        return database.run(() -> sessions.withStatelessTransaction(
                session -> session.createNativeQuery(DESTROY_AGAIN).executeUpdate()));
    }
}
