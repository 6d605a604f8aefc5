package io.seenby.audit.query;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.seenby.audit.query.ViewsUnavailable.Reason;
import io.seenby.events.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The only way to read the views: a read-only transaction on one snapshot, as the role {@code query}, of one tenant.
 * Row-level security shows that tenant's rows and no others; without a tenant it shows none, so a query that forgot
 * its tenant answers nothing instead of everything.
 */
@ApplicationScoped
public class TenantSession {

    private static final String BEGIN = "begin transaction isolation level repeatable read, read only";
    private static final String FOR_TENANT = "select set_config('app.tenant', $1, true)";
    private static final String WHERE_IT_STANDS = "select next_index, alert_ordinal from tenants";

    private final Pool pool;
    private final QuerySettings limits;
    private final AtomicInteger open = new AtomicInteger();

    TenantSession(@ReactiveDataSource("query") Pool pool, QuerySettings limits) {
        this.pool = pool;
        this.limits = limits;
    }

    /**
     * Runs {@code work} to its end, even when the subscriber cancels, and gives the connection back.
     *
     * <p>Fails with {@link ViewsUnavailable} where trying again later may help.
     */
    public <T> Uni<T> read(TenantId tenant, Function<Snapshot, Uni<T>> work) {
        return Detached.from(() -> {
            if (open.incrementAndGet() > limits.sessions()) {
                open.decrementAndGet();
                return Uni.createFrom().failure(new ViewsUnavailable(Reason.OVERLOADED));
            }
            return pool.getConnection()
                    .flatMap(connection ->
                            inTransaction(connection, tenant, work).eventually(connection::close))
                    .onFailure()
                    .transform(DatabaseFaults::named)
                    .eventually(open::decrementAndGet);
        });
    }

    private static <T> Uni<T> inTransaction(
            SqlConnection connection, TenantId tenant, Function<Snapshot, Uni<T>> work) {
        return begin(connection, tenant)
                .flatMap(work::apply)
                .call(() -> connection.query("commit").execute())
                .onFailure()
                .call(() -> connection
                        .query("rollback")
                        .execute()
                        .onFailure()
                        // A connection that cannot roll back is broken, and the pool drops it.
                        .recoverWithNull());
    }

    /** The three statements leave together and are answered in order: one round trip. */
    private static Uni<Snapshot> begin(SqlConnection connection, TenantId tenant) {
        return Uni.join()
                .all(List.of(
                        connection.query(BEGIN).execute(),
                        connection.preparedQuery(FOR_TENANT).execute(Tuple.of(tenant.value())),
                        connection.preparedQuery(WHERE_IT_STANDS).execute()))
                .andCollectFailures()
                .map(results -> snapshot(connection, results.get(2)));
    }

    private static Snapshot snapshot(SqlConnection connection, RowSet<Row> standing) {
        Iterator<Row> rows = standing.iterator();
        if (!rows.hasNext()) {
            throw new ViewsUnavailable(Reason.NOTHING_INTEGRATED);
        }
        Row row = rows.next();
        return new Snapshot(connection, row.getLong("next_index"), row.getLong("alert_ordinal"));
    }

    /** Sessions open or waited for. */
    int open() {
        return open.get();
    }
}
