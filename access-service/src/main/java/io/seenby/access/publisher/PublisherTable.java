package io.seenby.access.publisher;

import io.seenby.access.sealing.DatabaseThread;
import io.seenby.events.PublisherId;
import io.seenby.events.Quota;
import io.seenby.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of what was decided about publishers. Rows are never deleted; of a row only that it is told is changed. */
@ApplicationScoped
class PublisherTable {

    private static final String COLUMNS = "ordinal, tenant, publisher, suspended, types, per_second, burst,"
            + " cast(extract(epoch from since) * 1000000 as bigint)";

    /** The last change of each publisher that had one. */
    private static final String SINCE = """
            select distinct on (tenant, publisher) %s
            from keys.publisher_changes where ordinal > :seen
            order by tenant, publisher, ordinal desc
            """.formatted(COLUMNS);

    private static final String OF_TENANT = """
            select distinct on (publisher) %s
            from keys.publisher_changes where tenant = :tenant
            order by publisher, ordinal desc
            """.formatted(COLUMNS);

    private static final String LATEST = """
            select %s
            from keys.publisher_changes where tenant = :tenant and publisher = :publisher
            order by ordinal desc limit 1
            """.formatted(COLUMNS);

    /** Until the end of the transaction: whoever decides next sees what was decided, and gets a higher number. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtext('keys.publisher_changes')) as text)";

    private static final String ADD = """
            insert into keys.publisher_changes
                (ordinal, tenant, publisher, suspended, types, per_second, burst, since, untold)
            select coalesce(max(ordinal), 0) + 1, :tenant, :publisher, cast(:suspended as boolean), :types,
                   cast(:perSecond as bigint), cast(:burst as bigint), cast(cast(:since as text) as timestamptz),
                   decode(:untold, 'base64')
            from keys.publisher_changes
            """;

    private static final String UNTOLD = """
            select ordinal, encode(untold, 'base64')
            from keys.publisher_changes where tenant = :tenant and untold is not null
            order by ordinal limit 100
            """;

    private static final String TENANTS_UNTOLD = """
            select distinct tenant from keys.publisher_changes
            where untold is not null and since < cast(cast(:before as text) as timestamptz)
            """;

    private static final String TOLD =
            "update keys.publisher_changes set untold = null where tenant = :tenant and ordinal <= :ordinal";

    /** What is to be decided about a publisher, and the sealed entry that tells the ledger of it. */
    record Decision(boolean suspended, Terms terms, Instant since, byte[] untold) {}

    /**
     * How a decision ended.
     *
     * @param before how the publisher stood
     * @param now how it stands; empty if it is not registered
     */
    record Decided(Optional<Registration> before, Optional<Registration> now) {}

    /** What is not in the ledger yet. */
    record Untold(long ordinal, byte[] sealed) {}

    private final Mutiny.SessionFactory sessions;
    private final DatabaseThread database;

    PublisherTable(Mutiny.SessionFactory sessions, DatabaseThread database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** How those publishers stand that have changed after the change of this number; 0 for all. */
    CompletableFuture<List<Registration>> since(long seen) {
        return database.run(() -> sessions.withStatelessSession(session ->
                registrations(session.createNativeQuery(SINCE, Object[].class).setParameter("seen", seen))));
    }

    /** A tenant's publishers, by name. */
    CompletableFuture<List<Registration>> of(TenantId tenant) {
        return database.run(() -> sessions.withStatelessSession(session -> registrations(
                session.createNativeQuery(OF_TENANT, Object[].class).setParameter("tenant", tenant.value()))));
    }

    /** Decides, one at a time over all instances; nothing changes if {@code decide} says so. */
    CompletableFuture<Decided> decide(
            TenantId tenant, PublisherId publisher, Function<Optional<Registration>, Optional<Decision>> decide) {
        return database.run(() ->
                sessions.withStatelessTransaction(session -> session.createNativeQuery(LOCK, String.class)
                        .getSingleResult()
                        .chain(locked -> latest(session, tenant, publisher))
                        .chain(before -> decide.apply(before)
                                .map(decision -> add(session, tenant, publisher, decision)
                                        .chain(added -> latest(session, tenant, publisher))
                                        .map(now -> new Decided(before, now)))
                                .orElseGet(() -> Uni.createFrom().item(new Decided(before, before))))));
    }

    private static Uni<Optional<Registration>> latest(
            Mutiny.StatelessSession session, TenantId tenant, PublisherId publisher) {
        return registrations(session.createNativeQuery(LATEST, Object[].class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("publisher", publisher.value()))
                .map(rows -> rows.stream().findFirst());
    }

    private static Uni<Integer> add(
            Mutiny.StatelessSession session, TenantId tenant, PublisherId publisher, Decision decision) {
        return session.createNativeQuery(ADD)
                .setParameter("tenant", tenant.value())
                .setParameter("publisher", publisher.value())
                .setParameter("suspended", decision.suspended())
                .setParameter("types", String.join(" ", decision.terms().wireNames()))
                .setParameter("perSecond", decision.terms().quota().perSecond())
                .setParameter("burst", decision.terms().quota().burst())
                .setParameter("since", decision.since().toString())
                .setParameter("untold", Base64.getEncoder().encodeToString(decision.untold()))
                .executeUpdate();
    }

    /** A tenant's decisions that the ledger may not have, in their order; the first hundred. */
    CompletableFuture<List<Untold>> untold(TenantId tenant) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(UNTOLD, Object[].class)
                        .setParameter("tenant", tenant.value())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new Untold(
                                        ((Number) row[0]).longValue(),
                                        Base64.getMimeDecoder().decode(row[1].toString())))
                                .toList())));
    }

    /** Tenants with decisions of before that moment which the ledger may not have. */
    CompletableFuture<List<TenantId>> untoldTenants(Instant before) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(TENANTS_UNTOLD, String.class)
                        .setParameter("before", before.toString())
                        .getResultList()
                        .map(names -> names.stream().map(TenantId::new).toList())));
    }

    /** The ledger has the tenant's decisions up to this number. */
    CompletableFuture<Void> told(TenantId tenant, long ordinal) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(TOLD)
                .setParameter("tenant", tenant.value())
                .setParameter("ordinal", ordinal)
                .executeUpdate()
                .replaceWithVoid()));
    }

    private static Uni<List<Registration>> registrations(Mutiny.SelectionQuery<Object[]> query) {
        return query.getResultList()
                .map(rows -> rows.stream().map(PublisherTable::registration).toList());
    }

    private static Registration registration(Object[] row) {
        String types = row[4].toString();
        return new Registration(
                ((Number) row[0]).longValue(),
                new TenantId(row[1].toString()),
                new PublisherId(row[2].toString()),
                (Boolean) row[3],
                Terms.of(
                        types.isEmpty() ? List.of() : Arrays.asList(types.split(" ")),
                        new Quota(((Number) row[5]).longValue(), ((Number) row[6]).longValue())),
                Instant.EPOCH.plus(Duration.ofNanos(((Number) row[7]).longValue() * 1_000)));
    }
}
