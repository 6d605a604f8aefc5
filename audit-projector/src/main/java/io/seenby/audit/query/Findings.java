package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ClientRef;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads one page of what the rules found. */
final class Findings {

    /** From the newest entry's findings; ids break the tie between findings of one entry. */
    private static final String PAGE = """
            select finding_id, rule, rule_version, ledger_index, actor, client, occurred_at, status, explanation,
                   explained_index, alert_id
              from findings
             where (ledger_index, finding_id) < ($1, $2)
               and (status = $3 or $3 is null)
               and (actor = $4 or $4 is null)
               and (client = $5 or $5 is null)
             order by ledger_index desc, finding_id desc
             limit $6
            """;

    private Findings() {}

    /** Which findings; refs and codes are checked already. */
    record Filter(Optional<String> status, Optional<String> actor, Optional<String> client) {

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            status.ifPresent(value -> json.put("status", value));
            actor.ifPresent(value -> json.put("actor", value));
            client.ifPresent(value -> json.put("client", value));
            return json;
        }

        Cursor cursor() {
            return Cursor.of(Question.FINDINGS, json());
        }
    }

    /** What findings are ordered by. */
    record Key(long ledgerIndex, String findingId) {

        private static final Key NEWEST = new Key(Long.MAX_VALUE, "");

        static Key of(List<String> parts) {
            return new Key(Long.parseLong(parts.get(0)), parts.get(1));
        }
    }

    static Uni<Answer<Finding.Page>> page(Snapshot snapshot, Filter filter, Optional<Key> after, int limit) {
        Key start = after.orElse(Key.NEWEST);
        Tuple parameters = Tuple.of(start.ledgerIndex(), start.findingId())
                .addValue(filter.status().orElse(null))
                .addValue(filter.actor().orElse(null))
                .addValue(filter.client().orElse(null))
                .addInteger(limit + 1);
        return snapshot.connection()
                .preparedQuery(PAGE)
                .execute(parameters)
                .map(rows -> answer(snapshot, filter.cursor(), rows, limit));
    }

    private static Answer<Finding.Page> answer(Snapshot snapshot, Cursor cursor, RowSet<Row> rows, int limit) {
        List<Finding> shown = StreamSupport.stream(rows.spliterator(), false)
                .limit(limit)
                .map(Findings::finding)
                .toList();
        Optional<String> next = Optional.of(shown)
                .filter(page -> rows.size() > page.size())
                .map(page -> page.get(page.size() - 1))
                .map(last -> cursor.write(List.of(last.entry(), last.id())));
        Set<ClientRef> clients = shown.stream()
                .map(Finding::client)
                .map(ClientRef::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Answer.of(
                shown.stream().map(Finding::id).toList(), clients, new Finding.Page(snapshot.position(), shown, next));
    }

    private static Finding finding(Row row) {
        return new Finding(
                row.getString("finding_id"),
                row.getString("rule"),
                row.getInteger("rule_version"),
                Long.toString(row.getLong("ledger_index")),
                row.getString("actor"),
                row.getString("client"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("status"),
                Optional.ofNullable(row.getString("explanation")),
                Optional.ofNullable(row.getLong("explained_index")).map(String::valueOf),
                Optional.ofNullable(row.getString("alert_id")));
    }
}
