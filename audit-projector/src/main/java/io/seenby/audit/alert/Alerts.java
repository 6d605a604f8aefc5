package io.seenby.audit.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Cursor;
import io.seenby.audit.query.Shown;
import io.seenby.audit.query.Snapshot;
import io.seenby.events.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads alerts in their latest revision. */
final class Alerts {

    /** By ordinal, which is the stream's order backwards: what changes meanwhile is on the stream. */
    private static final String PAGE = """
            select payload
              from alerts
             where ordinal < $1
               and (status = $2 or $2 is null)
               and (rule = $3 or $3 is null)
               and (severity = $4 or $4 is null)
             order by ordinal desc
             limit $5
            """;

    private static final String REVISIONS = """
            select payload
              from alert_revisions
             where alert_id = $1
             order by revision
            """;

    private Alerts() {}

    /** Which alerts; codes are checked already. */
    record Filter(Optional<String> status, Optional<String> rule, Optional<String> severity) {

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            status.ifPresent(value -> json.put("status", value));
            rule.ifPresent(value -> json.put("rule", value));
            severity.ifPresent(value -> json.put("severity", value));
            return json;
        }

        Cursor cursor() {
            return Cursor.of(Question.ALERTS, json());
        }
    }

    static Uni<Answer<AlertPage>> page(Snapshot snapshot, Filter filter, Optional<Long> after, int limit) {
        Tuple parameters = Tuple.of(after.orElse(Long.MAX_VALUE))
                .addValue(filter.status().orElse(null))
                .addValue(filter.rule().orElse(null))
                .addValue(filter.severity().orElse(null))
                .addInteger(limit + 1);
        return snapshot.connection()
                .preparedQuery(PAGE)
                .execute(parameters)
                .map(rows -> answer(snapshot, filter.cursor(), revisions(snapshot, rows), limit));
    }

    static Uni<Answer<AlertPage.Detail>> one(Snapshot snapshot, String alertId) {
        return snapshot.connection()
                .preparedQuery(REVISIONS)
                .execute(Tuple.of(alertId))
                .map(rows -> detail(snapshot, revisions(snapshot, rows)));
    }

    private static List<Revision> revisions(Snapshot snapshot, RowSet<Row> rows) {
        List<Revision> revisions = new ArrayList<>();
        for (Row row : rows) {
            revisions.add(Revision.of(row.getBuffer("payload").getBytes(), snapshot.position()));
        }
        return revisions;
    }

    private static Answer<AlertPage> answer(Snapshot snapshot, Cursor cursor, List<Revision> found, int limit) {
        Shown<Revision> shown = Shown.of(found.subList(0, Math.min(limit, found.size())), Revision::clients);
        Optional<String> next = shown.things().size() == found.size()
                ? Optional.empty()
                : Optional.of(cursor.write(List.of(Long.toString(shown.last().ordinal()))));
        return Answer.of(
                shown.things().stream().map(each -> each.alert().alertId()).toList(),
                shown.clients(),
                new AlertPage(
                        snapshot.position(),
                        snapshot.alertOrdinal(),
                        shown.things().stream().map(Revision::node).toList(),
                        next));
    }

    /** Earlier revisions are told without their clients: the latest names all that the record of the question names. */
    private static Answer<AlertPage.Detail> detail(Snapshot snapshot, List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return Answer.nothing();
        }
        Revision latest = revisions.get(revisions.size() - 1);
        return Answer.of(
                List.of(latest.alert().alertId()),
                Set.copyOf(latest.clients()),
                new AlertPage.Detail(
                        snapshot.position(),
                        latest.node(),
                        revisions.stream().map(AlertPage.Step::of).toList()));
    }
}
