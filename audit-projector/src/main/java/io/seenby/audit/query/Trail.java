package io.seenby.audit.query;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one page of the trail. */
final class Trail {

    private Trail() {}

    /** At most {@code limit} entries older than {@code after}. */
    static Uni<Answer<TrailPage>> page(Snapshot snapshot, TrailFilter filter, Optional<TrailKey> after, int limit) {
        Cursor cursor = cursor(filter);
        return snapshot.connection()
                .preparedQuery(Walk.of(filter).sql())
                .execute(parameters(filter, after, limit + 1))
                .flatMap(rows -> EntryRows.read(snapshot, rows))
                .map(found -> answer(snapshot, cursor, found, limit));
    }

    static Cursor cursor(TrailFilter filter) {
        return Cursor.of(filter.question(), filter.json());
    }

    private static Tuple parameters(TrailFilter filter, Optional<TrailKey> after, int limit) {
        TrailKey end = filter.to().map(TrailKey::before).orElseGet(TrailKey::newest);
        TrailKey start =
                after.filter(key -> key.occurredAt().isBefore(end.occurredAt())).orElse(end);
        Tuple parameters = Tuple.tuple(new ArrayList<>())
                .addOffsetDateTime(TrailKey.sql(start.occurredAt()))
                .addLong(start.ledgerIndex())
                .addOffsetDateTime(TrailKey.sql(filter.from().orElse(TrailKey.BEGINNING)))
                .addValue(filter.actor().orElse(null))
                .addValue(filter.record().orElse(null))
                .addValue(filter.action().orElse(null))
                .addValue(filter.purpose().orElse(null))
                .addValue(filter.outcome().orElse(null))
                .addValue(filter.label().orElse(null))
                .addInteger(limit);
        filter.client().ifPresent(parameters::addString);
        return parameters;
    }

    /** Ends the page early where it would show more clients than one record can name. */
    private static Answer<TrailPage> answer(Snapshot snapshot, Cursor cursor, List<TrailEntry> found, int limit) {
        Shown<TrailEntry> shown = Shown.of(found.subList(0, Math.min(limit, found.size())), EntryRows::clients);
        Optional<String> next = shown.things().size() == found.size()
                ? Optional.empty()
                : Optional.of(cursor.write(key(shown.last()).parts()));
        return Answer.of(
                shown.things().stream().map(TrailEntry::id).toList(),
                shown.clients(),
                new TrailPage(snapshot.position(), shown.things(), next));
    }

    private static TrailKey key(TrailEntry entry) {
        return new TrailKey(entry.occurredAt(), entry.position());
    }
}
