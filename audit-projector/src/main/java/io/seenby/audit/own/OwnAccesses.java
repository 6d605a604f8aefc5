package io.seenby.audit.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Cursor;
import io.seenby.audit.query.Snapshot;
import io.seenby.audit.query.TrailKey;
import io.seenby.events.ClientRef;
import io.seenby.events.Question;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads one page of the accesses to one client's information: reads, searches, exports, prints, denials, disclosures. */
final class OwnAccesses {

    /** Of the value only what is clear, and of nobody else: no boxes, no other clients. Facts have no action. */
    private static final String PAGE = """
            select e.ledger_index, e.occurred_at,
                   (convert_from(e.value, 'UTF8')::jsonb - array['sealed', 'clients'])::text as clear
              from entry_clients c
              join entries e on e.tenant = c.tenant and e.ledger_index = c.ledger_index
             where c.client = $1
               and (c.occurred_at, c.ledger_index) < ($2, $3)
               and e.action is not null
             order by c.occurred_at desc, c.ledger_index desc
             limit $4
            """;

    private OwnAccesses() {}

    /** Of whoever asks: a cursor holds a moment and a ledger index, and shows its holder only what is their own. */
    static Cursor cursor() {
        return Cursor.of(Question.OWN_ACCESSES, JsonNodeFactory.instance.objectNode());
    }

    static Uni<Answer<OwnAccess.Page>> page(Snapshot snapshot, ClientRef client, Optional<TrailKey> after, int limit) {
        TrailKey start = after.orElseGet(TrailKey::newest);
        return snapshot.connection()
                .preparedQuery(PAGE)
                .execute(Tuple.of(client.value(), TrailKey.sql(start.occurredAt()), start.ledgerIndex(), limit + 1))
                .map(rows -> answer(snapshot, client, rows, limit));
    }

    private static Answer<OwnAccess.Page> answer(Snapshot snapshot, ClientRef client, RowSet<Row> rows, int limit) {
        List<OwnAccess> shown = StreamSupport.stream(rows.spliterator(), false)
                .limit(limit)
                .map(OwnAccesses::access)
                .toList();
        Optional<String> next = Optional.of(shown)
                .filter(page -> rows.size() > page.size())
                .map(List::getLast)
                .map(last -> cursor().write(new TrailKey(last.occurredAt(), Long.parseLong(last.id())).parts()));
        List<String> ids = shown.stream().map(OwnAccess::id).toList();
        Set<ClientRef> whose = shown.isEmpty() ? Set.of() : Set.of(client);
        return Answer.of(ids, whose, new OwnAccess.Page(snapshot.position(), shown, next));
    }

    private static OwnAccess access(Row row) {
        return OwnAccess.of(
                row.getLong("ledger_index"),
                Access.of(row.getOffsetDateTime("occurred_at").toInstant(), read(row.getString("clear"))));
    }

    private static JsonNode read(String clear) {
        try {
            return StrictJson.read(clear.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJson impossible) {
            throw new IllegalStateException("the database writes JSON", impossible);
        }
    }
}
