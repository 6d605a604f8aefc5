package io.seenby.access.erasure;

import io.seenby.access.AccessSettings;
import io.seenby.access.sealing.DatabaseThread;
import io.seenby.core.ledger.AcceptedKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far the ledger was read, which moves together with all that was read. */
@ApplicationScoped
class FollowedTable {

    private static final String BEGIN = """
            insert into keys.followed (topic, partition, next_offset, terms)
            values (:topic, cast(:partition as integer), 0, :terms)
            on conflict do nothing
            """;

    private static final String FIND =
            "select next_offset, terms from keys.followed where topic = :topic and partition = :partition";

    private static final String PASSED = """
            select count(*) from keys.followed
            where topic = :topic and partition = :partition and next_offset > :offset
            """;

    private static final String MOVE = """
            update keys.followed set next_offset = cast(:next as bigint), terms = :terms
            where topic = :topic and partition = :partition and next_offset = :from
            """;

    private final Mutiny.SessionFactory sessions;
    private final DatabaseThread database;
    private final NotedWriter writer;
    private final String topic;

    FollowedTable(
            Mutiny.SessionFactory sessions, DatabaseThread database, NotedWriter writer, AccessSettings settings) {
        this.sessions = sessions;
        this.database = database;
        this.writer = writer;
        this.topic = settings.ledger().topic();
    }

    /** Of a partition that was never read: its beginning. */
    CompletableFuture<Followed> find(int partition, AcceptedKeys beginning) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(BEGIN)
                .setParameter("topic", topic)
                .setParameter("partition", partition)
                .setParameter("terms", new Followed(0, beginning).terms())
                .executeUpdate()
                .chain(begun -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("topic", topic)
                        .setParameter("partition", partition)
                        .getSingleResult())
                .map(row -> Followed.of(((Number) row[0]).longValue(), row[1].toString()))));
    }

    /** Whether the record at this offset was read, and what it says is done. */
    CompletableFuture<Boolean> hasRead(int partition, long offset) {
        return database.run(() -> sessions.withStatelessSession(session -> session.createNativeQuery(PASSED, Long.class)
                .setParameter("topic", topic)
                .setParameter("partition", partition)
                .setParameter("offset", offset)
                .getSingleResult()
                .map(read -> read == 1)));
    }

    /** False if another instance has read on from there, which changes nothing here. */
    CompletableFuture<Boolean> move(int partition, long from, Followed to, List<Noted> noted) {
        return database.run(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(MOVE)
                .setParameter("topic", topic)
                .setParameter("partition", partition)
                .setParameter("from", from)
                .setParameter("next", to.next())
                .setParameter("terms", to.terms())
                .executeUpdate()
                .chain(moved -> moved == 1
                        ? writer.write(session, noted).replaceWith(true)
                        : Uni.createFrom().item(false))));
    }
}
