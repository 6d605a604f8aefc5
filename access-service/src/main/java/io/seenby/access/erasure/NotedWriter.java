package io.seenby.access.erasure;

import io.seenby.access.AccessSettings;
import io.seenby.events.ClientRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does what entries say, each as of its place in the ledger. All of it may be done twice. */
@ApplicationScoped
class NotedWriter {

    /** Of all that was released, only when it was last: most of it is written in one statement, or not at all. */
    private static final String DISCLOSED = """
            insert into keys.last_disclosures (tenant, client, occurred_at)
            select tenant, client, max(cast(at as timestamptz))
            from unnest(string_to_array(:tenants, ','), string_to_array(:clients, ','), string_to_array(:moments, ','))
                as released (tenant, client, at)
            group by tenant, client order by tenant, client
            on conflict (tenant, client) do update set occurred_at = excluded.occurred_at
            where excluded.occurred_at > last_disclosures.occurred_at
            """;

    private static final String HELD = """
            insert into keys.legal_holds (tenant, client, hold) values (:tenant, :client, :hold) on conflict do nothing
            """;

    private static final String RELEASED =
            "delete from keys.legal_holds where tenant = :tenant and client = :client and hold = :hold";

    private static final String REQUESTED = """
            insert into keys.duties (tenant, duty, what, client, requester, requested_at, until, state)
            values (:tenant, :duty, :what, :client, :requester, cast(cast(:at as text) as timestamptz),
                    cast(cast(:until as text) as timestamptz), 'requested')
            on conflict do nothing
            """;

    /** An approval counts if nothing forbids it where it stands; else it changes nothing. */
    private static final String APPROVED = """
            update keys.duties as d set state = 'approved', approved_at = cast(cast(:at as text) as timestamptz)
            where d.tenant = :tenant and d.duty = :duty and d.state = 'requested' and d.requester <> :approver
              and d.until > cast(cast(:at as text) as timestamptz)
              and not exists (select 1 from keys.legal_holds h where h.tenant = d.tenant and h.client = d.client)
              and not exists (select 1 from keys.last_disclosures l
                              where l.tenant = d.tenant and l.client = d.client
                                and l.occurred_at > cast(cast(:since as text) as timestamptz))
            """;

    /** Whoever reads on from the numbers never passes one over. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtext('keys.erasures')) as text)";

    private static final String ERASED = """
            insert into keys.erasures (ordinal, tenant, client, duty, generation)
            select (select coalesce(max(ordinal), 0) + 1 from keys.erasures), :tenant, :client, :duty,
                   greatest((select coalesce(max(generation), 0) from keys.client_keys
                             where tenant = :tenant and client = :client),
                            (select coalesce(max(generation), 0) from keys.erasures
                             where tenant = :tenant and client = :client))
            where not exists (select 1 from keys.erasures where tenant = :tenant and duty = :duty)
            """;

    private static final String DESTROY = """
            delete from keys.client_keys k using keys.erasures e
            where e.tenant = :tenant and e.duty = :duty
              and k.tenant = e.tenant and k.client = e.client and k.generation <= e.generation
            """;

    private static final String DONE = """
            update keys.duties set state = 'done', approved_at = coalesce(approved_at, requested_at)
            where tenant = :tenant and duty = :duty
            """;

    private final Period accounting;

    NotedWriter(AccessSettings settings) {
        this.accounting = settings.erasure().accounting();
    }

    /** In their order; releases that stand side by side together. */
    Uni<Void> write(Mutiny.StatelessSession session, List<Noted> noted) {
        Uni<Void> written = Uni.createFrom().voidItem();
        List<Noted.Disclosed> together = new ArrayList<>();
        for (Noted each : noted) {
            if (each instanceof Noted.Disclosed disclosed) {
                together.add(disclosed);
            } else {
                written = chained(written, session, together).chain(() -> write(session, each));
                together = new ArrayList<>();
            }
        }
        return chained(written, session, together);
    }

    private static Uni<Void> chained(
            Uni<Void> written, Mutiny.StatelessSession session, List<Noted.Disclosed> together) {
        return together.isEmpty() ? written : written.chain(() -> disclosed(session, together));
    }

    private static Uni<Void> disclosed(Mutiny.StatelessSession session, List<Noted.Disclosed> together) {
        List<String> tenants = new ArrayList<>();
        List<String> clients = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        for (Noted.Disclosed each : together) {
            for (ClientRef client : each.clients()) {
                tenants.add(each.tenant().value());
                clients.add(client.value());
                moments.add(each.at().toString());
            }
        }
        return run(session.createNativeQuery(DISCLOSED)
                .setParameter("tenants", String.join(",", tenants))
                .setParameter("clients", String.join(",", clients))
                .setParameter("moments", String.join(",", moments)));
    }

    private Uni<Void> write(Mutiny.StatelessSession session, Noted noted) {
        return switch (noted) {
            case Noted.Disclosed disclosed -> disclosed(session, List.of(disclosed));
            case Noted.Held held ->
                run(of(session, HELD, held)
                        .setParameter("client", held.client().value())
                        .setParameter("hold", held.hold().value()));
            case Noted.Released released ->
                run(of(session, RELEASED, released)
                        .setParameter("client", released.client().value())
                        .setParameter("hold", released.hold().value()));
            case Noted.Requested requested ->
                run(of(session, REQUESTED, requested)
                        .setParameter("duty", requested.duty().value())
                        .setParameter("what", requested.what().wire())
                        .setParameter("client", requested.client().value())
                        .setParameter("requester", requested.by().value())
                        .setParameter("at", requested.at().toString())
                        .setParameter("until", requested.until().toString()));
            case Noted.Approved approved ->
                run(of(session, APPROVED, approved)
                        .setParameter("duty", approved.duty().value())
                        .setParameter("approver", approved.by().value())
                        .setParameter("at", approved.at().toString())
                        .setParameter("since", accountedSince(approved.at()).toString()));
            case Noted.Erased erased -> erase(session, erased);
        };
    }

    /** A client of whom something was released after this moment is not erased at the other. */
    Instant accountedSince(Instant at) {
        return at.atOffset(ZoneOffset.UTC).minus(accounting).toInstant();
    }

    private static Uni<Void> erase(Mutiny.StatelessSession session, Noted.Erased erased) {
        String duty = erased.duty().value();
        return session.createNativeQuery(LOCK, String.class)
                .getSingleResult()
                .chain(locked -> run(of(session, ERASED, erased)
                        .setParameter("client", erased.client().value())
                        .setParameter("duty", duty)))
                .chain(() -> run(of(session, DESTROY, erased).setParameter("duty", duty)))
                .chain(() -> run(of(session, DONE, erased).setParameter("duty", duty)));
    }

    private static Mutiny.MutationQuery of(Mutiny.StatelessSession session, String sql, Noted noted) {
        return session.createNativeQuery(sql)
                .setParameter("tenant", noted.tenant().value());
    }

    private static Uni<Void> run(Mutiny.MutationQuery query) {
        return query.executeUpdate().replaceWithVoid();
    }
}
