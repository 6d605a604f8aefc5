package io.seenby.audit.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.query.Answer;
import io.seenby.audit.query.Cursor;
import io.seenby.audit.query.Shown;
import io.seenby.audit.query.Snapshot;
import io.seenby.events.Question;
import io.seenby.events.WireCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads alerts in their latest revision, with what people have done with them. */
final class Alerts {

    private static final String PAGE = """
            select %s
              from worked_alerts
             where %s
               and (status = $3 or $3 is null)
               and (rule = $4 or $4 is null)
               and (severity = $5 or $5 is null)
               and (work = $6 or $6 is null)
             order by %s
             limit $7
            """;

    private static final String ONE = """
            select %s
              from worked_alerts
             where alert_id = $1
            """.formatted(Worked.COLUMNS);

    /** What comes first. Both walk backwards from a key of rank and ordinal. */
    enum Order implements WireCode {
        /** The stream's order backwards: what changes meanwhile is on the stream. */
        LATEST("latest", "ordinal < $2 and $1 > 0", "ordinal desc"),
        /** The gravest first, of these the latest. */
        RANK("rank", "(rank, ordinal) < ($1, $2)", "rank desc, ordinal desc");

        private final String wire;
        private final String sql;

        Order(String wire, String key, String order) {
            this.wire = wire;
            this.sql = PAGE.formatted(Worked.COLUMNS, key, order);
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    /** What alerts are ordered by. */
    record Key(int rank, long ordinal) {

        private static final Key FIRST = new Key(Integer.MAX_VALUE, Long.MAX_VALUE);

        static Key of(List<String> parts) {
            return new Key(Integer.parseInt(parts.get(0)), Long.parseLong(parts.get(1)));
        }
    }

    private static final String REVISIONS = """
            select payload
              from alert_revisions
             where alert_id = $1
             order by revision
            """;

    private Alerts() {}

    /** Which alerts in which order; codes are checked already. */
    record Filter(
            Optional<String> status,
            Optional<String> rule,
            Optional<String> severity,
            Optional<String> work,
            Order order) {

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            status.ifPresent(value -> json.put("status", value));
            rule.ifPresent(value -> json.put("rule", value));
            severity.ifPresent(value -> json.put("severity", value));
            work.ifPresent(value -> json.put("work", value));
            if (order != Order.LATEST) {
                json.put("order", order.wire());
            }
            return json;
        }

        Cursor cursor() {
            return Cursor.of(Question.ALERTS, json());
        }
    }

    static Uni<Answer<AlertPage>> page(Snapshot snapshot, Filter filter, Optional<Key> after, int limit) {
        Key start = after.orElse(Key.FIRST);
        Tuple parameters = Tuple.of(start.rank(), start.ordinal())
                .addValue(filter.status().orElse(null))
                .addValue(filter.rule().orElse(null))
                .addValue(filter.severity().orElse(null))
                .addValue(filter.work().orElse(null))
                .addInteger(limit + 1);
        return snapshot.connection()
                .preparedQuery(filter.order().sql)
                .execute(parameters)
                .map(rows -> answer(snapshot, filter.cursor(), worked(snapshot, rows), limit));
    }

    static Uni<Answer<AlertPage.Detail>> one(Snapshot snapshot, String alertId) {
        return snapshot.connection()
                .preparedQuery(ONE)
                .execute(Tuple.of(alertId))
                .map(rows -> worked(snapshot, rows).stream().findFirst())
                .flatMap(found -> found.map(latest ->
                                revisions(snapshot, alertId).map(revisions -> detail(snapshot, latest, revisions)))
                        .orElseGet(() -> Uni.createFrom().item(Answer.nothing())));
    }

    private static Uni<List<Revision>> revisions(Snapshot snapshot, String alertId) {
        return snapshot.connection()
                .preparedQuery(REVISIONS)
                .execute(Tuple.of(alertId))
                .map(rows ->
                        all(rows, row -> Revision.of(row.getBuffer("payload").getBytes(), snapshot.position())));
    }

    private static List<Worked> worked(Snapshot snapshot, RowSet<Row> rows) {
        return all(rows, row -> Worked.of(row, snapshot.position()));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        List<T> all = new ArrayList<>();
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }

    private static Answer<AlertPage> answer(Snapshot snapshot, Cursor cursor, List<Worked> found, int limit) {
        Shown<Worked> shown = Shown.of(found.subList(0, Math.min(limit, found.size())), Worked::clients);
        Optional<String> next = shown.things().size() == found.size()
                ? Optional.empty()
                : Optional.of(cursor.write(List.of(
                        Integer.toString(shown.last().rank()),
                        Long.toString(shown.last().revision().ordinal()))));
        return Answer.of(
                shown.things().stream()
                        .map(each -> each.revision().alert().alertId())
                        .toList(),
                shown.clients(),
                new AlertPage(
                        snapshot.position(),
                        snapshot.alertOrdinal(),
                        shown.things().stream().map(Worked::node).toList(),
                        next));
    }

    /** Earlier revisions are told without their clients: the latest names all that the record of the question names. */
    private static Answer<AlertPage.Detail> detail(Snapshot snapshot, Worked latest, List<Revision> revisions) {
        return Answer.of(
                List.of(latest.revision().alert().alertId()),
                Set.copyOf(latest.clients()),
                new AlertPage.Detail(
                        snapshot.position(),
                        latest.node(),
                        revisions.stream().map(AlertPage.Step::of).toList()));
    }
}
