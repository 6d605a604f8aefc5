package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.postgres.GapsJson;
import io.seenby.events.Patterns;
import io.seenby.events.PublisherId;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads one page of how publishers are doing. */
final class Publishers {

    private static final String PAGE = """
            select publisher, instance, heard_at, promise_seconds, highest_sequence, missing,
                   gaps::text as gaps, silent
              from publisher_instances
             where (publisher collate "C", instance collate "C") > ($1, $2)
             order by publisher collate "C", instance collate "C"
             limit $3
            """;

    private Publishers() {}

    /** What they are ordered by. */
    record Key(String publisher, String instance) {

        private static final Key FIRST = new Key("", "");

        /** Throws for what could be no name: the database would not even take some of it. */
        static Key of(List<String> parts) {
            if (!Patterns.CODE.matcher(parts.get(1)).matches()) {
                throw new IllegalArgumentException("no instance");
            }
            return new Key(new PublisherId(parts.get(0)).value(), parts.get(1));
        }
    }

    /** The question has no filter: a tenant's publishers are few. */
    static ObjectNode filter() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Cursor cursor() {
        return Cursor.of(Question.PUBLISHERS, filter());
    }

    static Uni<Answer<PublisherHealth.Page>> page(Snapshot snapshot, Optional<Key> after, int limit) {
        Key start = after.orElse(Key.FIRST);
        return snapshot.connection()
                .preparedQuery(PAGE)
                .execute(Tuple.of(start.publisher(), start.instance(), limit + 1))
                .map(rows -> answer(snapshot, rows, limit));
    }

    private static Answer<PublisherHealth.Page> answer(Snapshot snapshot, RowSet<Row> rows, int limit) {
        List<PublisherHealth> shown = StreamSupport.stream(rows.spliterator(), false)
                .limit(limit)
                .map(Publishers::health)
                .toList();
        Optional<String> next = Optional.of(shown)
                .filter(page -> rows.size() > page.size())
                .map(page -> page.get(page.size() - 1))
                .map(last -> cursor().write(List.of(last.publisher(), last.instance())));
        List<String> ids = shown.stream()
                .map(each -> each.publisher() + "/" + each.instance())
                .toList();
        return Answer.of(ids, Set.of(), new PublisherHealth.Page(snapshot.position(), shown, next));
    }

    private static PublisherHealth health(Row row) {
        long missing = row.getLong("missing");
        return new PublisherHealth(
                row.getString("publisher"),
                row.getString("instance"),
                state(row.getBoolean("silent"), missing),
                row.getOffsetDateTime("heard_at").toInstant(),
                Optional.ofNullable(row.getLong("promise_seconds")),
                Optional.ofNullable(row.getLong("highest_sequence")),
                missing,
                PublisherHealth.Missing.firstOf(GapsJson.read(row.getString("gaps"))));
    }

    private static String state(boolean silent, long missing) {
        if (silent) {
            return "silent";
        }
        return missing > 0 ? "gaps" : "heard";
    }
}
