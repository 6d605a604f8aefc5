package io.seenby.access.erasure;

import io.seenby.access.sealing.DatabaseThread;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.DutyId;
import io.seenby.events.DutyKind;
import io.seenby.events.TenantId;
import io.seenby.events.WireCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is asked for, and what forbids it; only {@link NotedWriter} changes any of it. */
@ApplicationScoped
class DutyTable {

    private static final Function<String, DutyKind> WHAT = WireCode.reader(DutyKind.class);

    private static final String COLUMNS = "tenant, duty, what, client, requester, state,"
            + " cast(extract(epoch from until) * 1000000 as bigint),"
            + " cast(extract(epoch from coalesce(approved_at, requested_at)) * 1000000 as bigint)";

    private static final String FIND =
            "select %s from keys.duties where tenant = :tenant and duty = :duty".formatted(COLUMNS);

    private static final String APPROVED = """
            select %s from keys.duties
            where state = 'approved' and approved_at > cast(cast(:since as text) as timestamptz)
            order by approved_at limit 100
            """.formatted(COLUMNS);

    private static final String WAITING = """
            select %s from keys.duties
            where tenant = :tenant and state = 'requested' and until > cast(cast(:at as text) as timestamptz)
            order by until, duty limit 100
            """.formatted(COLUMNS);

    private static final String FORBIDDEN = """
            select case
                when exists (select 1 from keys.legal_holds where tenant = :tenant and client = :client) then 'HELD'
                when exists (select 1 from keys.last_disclosures
                             where tenant = :tenant and client = :client
                               and occurred_at > cast(cast(:since as text) as timestamptz)) then 'ACCOUNTED'
                when not exists (select 1 from keys.client_keys where tenant = :tenant and client = :client) then 'UNKNOWN'
                else 'NOTHING' end
            """;

    private final Mutiny.SessionFactory sessions;
    private final DatabaseThread database;

    DutyTable(Mutiny.SessionFactory sessions, DatabaseThread database) {
        this.sessions = sessions;
        this.database = database;
    }

    CompletableFuture<Optional<Duty>> find(TenantId tenant, DutyId duty) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("duty", duty.value())
                        .getResultList()
                        .map(rows -> rows.stream().findFirst().map(DutyTable::duty))));
    }

    /** Approved since that moment and not done yet, the longest waiting first; the first hundred. */
    CompletableFuture<List<Duty>> approved(Instant since) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(APPROVED, Object[].class)
                        .setParameter("since", since.toString())
                        .getResultList()
                        .map(rows -> rows.stream().map(DutyTable::duty).toList())));
    }

    /** Of a tenant, what can still be approved at this moment, the first to expire first; the first hundred. */
    CompletableFuture<List<Duty>> waiting(TenantId tenant, Instant at) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(WAITING, Object[].class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("at", at.toString())
                        .getResultList()
                        .map(rows -> rows.stream().map(DutyTable::duty).toList())));
    }

    /** @param accountedSince a disclosure after this moment forbids it */
    CompletableFuture<Obstacle> obstacle(TenantId tenant, ClientRef client, Instant accountedSince) {
        return database.run(
                () -> sessions.withStatelessSession(session -> session.createNativeQuery(FORBIDDEN, String.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("client", client.value())
                        .setParameter("since", accountedSince.toString())
                        .getSingleResult()
                        .map(Obstacle::valueOf)));
    }

    private static Duty duty(Object[] row) {
        return new Duty(
                new TenantId(row[0].toString()),
                new DutyId(row[1].toString()),
                WHAT.apply(row[2].toString()),
                new ClientRef(row[3].toString()),
                new ActorRef(row[4].toString()),
                moment(row[6]),
                Duty.State.valueOf(row[5].toString().toUpperCase(Locale.ROOT)),
                moment(row[7]));
    }

    private static Instant moment(Object micros) {
        return Instant.EPOCH.plus(Duration.ofNanos(((Number) micros).longValue() * 1_000));
    }
}
