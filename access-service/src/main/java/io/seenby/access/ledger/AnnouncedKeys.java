package io.seenby.access.ledger;

import io.seenby.access.ledger.AnnouncedKey.State;
import io.seenby.access.sealing.DatabaseThread;
import io.seenby.events.LedgerKeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of the keys that each partition was told of. Rows are never deleted; a row's state only moves on. */
@ApplicationScoped
public class AnnouncedKeys {

    private static final String OF_PARTITION = """
            select key_id, state, cast(extract(epoch from since) * 1000000 as bigint)
            from keys.ledger_keys where partition = :partition order by ordinal
            """;

    /** Of two instances that do this at once, one inserts and the other finds it done. */
    private static final String ADD = """
            insert into keys.ledger_keys (partition, key_id, ordinal, state, since)
            select cast(:partition as integer), cast(:key as bigint), known.keys, cast(:state as text),
                   cast(cast(:since as text) as timestamptz)
            from (select count(*) as keys from keys.ledger_keys where partition = cast(:partition as integer)) as known
            where known.keys = 0 or cast(:state as text) <> 'accepted'
            on conflict do nothing
            """;

    private static final String RETIRING = """
            update keys.ledger_keys set state = 'retiring', since = cast(cast(:since as text) as timestamptz)
            where partition = :partition and key_id = :key and state = 'accepted'
            """;

    private static final String TOLD = """
            update keys.ledger_keys set state = case state when 'accepting' then 'accepted' else 'retired' end
            where partition = :partition and key_id = :key and state in ('accepting', 'retiring')
            """;

    private final Mutiny.SessionFactory sessions;
    private final DatabaseThread database;

    AnnouncedKeys(Mutiny.SessionFactory sessions, DatabaseThread database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** In the order in which the partition was told of them. */
    public CompletableFuture<List<AnnouncedKey>> of(int partition) {
        return database.run(() ->
                sessions.withStatelessSession(session -> session.createNativeQuery(OF_PARTITION, Object[].class)
                        .setParameter("partition", partition)
                        .getResultList()
                        .map(rows -> rows.stream().map(AnnouncedKeys::key).toList())));
    }

    private static AnnouncedKey key(Object[] row) {
        long micros = ((Number) row[2]).longValue();
        return new AnnouncedKey(
                new LedgerKeyId(((Number) row[0]).longValue()),
                State.valueOf(row[1].toString().toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }

    /** The key that the partition accepts without being told; nothing if it has one already. */
    public CompletableFuture<Void> begin(int partition, LedgerKeyId first, Instant now) {
        return add(partition, first, State.ACCEPTED, now);
    }

    /** Nothing if the partition knows the key already. */
    public CompletableFuture<Void> accepting(int partition, LedgerKeyId key, Instant now) {
        return add(partition, key, State.ACCEPTING, now);
    }

    private CompletableFuture<Void> add(int partition, LedgerKeyId key, State state, Instant now) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(ADD)
                .setParameter("partition", partition)
                .setParameter("key", key.value())
                .setParameter("state", text(state))
                .setParameter("since", now.toString())
                .executeUpdate()
                .replaceWithVoid()));
    }

    /** Nothing if the partition does not accept it: another instance is retiring it already. */
    public CompletableFuture<Void> retiring(int partition, LedgerKeyId key, Instant now) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(RETIRING)
                .setParameter("partition", partition)
                .setParameter("key", key.value())
                .setParameter("since", now.toString())
                .executeUpdate()
                .replaceWithVoid()));
    }

    /** What the partition was being told is in the ledger. */
    public CompletableFuture<Void> told(int partition, LedgerKeyId key) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(TOLD)
                .setParameter("partition", partition)
                .setParameter("key", key.value())
                .executeUpdate()
                .replaceWithVoid()));
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
