package io.seenby.audit.query;

import io.seenby.audit.query.TrailEntry.Judgement;
import io.seenby.events.ClientRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Rows of {@code entries} as the trail shows them, with what the rules think of each. */
final class EntryRows {

    private static final String FINDINGS = """
            select ledger_index, finding_id, rule, status
              from findings
             where ledger_index = any ($1)
             order by ledger_index, finding_id
            """;

    private EntryRows() {}

    /** In the order of {@code rows}. */
    static Uni<List<TrailEntry>> read(Snapshot snapshot, RowSet<Row> rows) {
        List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Long[] indexes = found.stream().map(row -> row.getLong("ledger_index")).toArray(Long[]::new);
        return snapshot.connection()
                .preparedQuery(FINDINGS)
                .execute(Tuple.of(indexes))
                .map(EntryRows::judgements)
                .map(judged -> found.stream().map(row -> entry(row, judged)).toList());
    }

    /** Whose information an entry shows. */
    static List<ClientRef> clients(TrailEntry entry) {
        return entry.clients().stream().map(ClientRef::new).toList();
    }

    private static Map<Long, List<Judgement>> judgements(RowSet<Row> rows) {
        Map<Long, List<Judgement>> judged = new HashMap<>();
        for (Row row : rows) {
            judged.computeIfAbsent(row.getLong("ledger_index"), index -> new ArrayList<>())
                    .add(new Judgement(row.getString("finding_id"), row.getString("rule"), row.getString("status")));
        }
        return judged;
    }

    private static TrailEntry entry(Row row, Map<Long, List<Judgement>> judged) {
        long index = row.getLong("ledger_index");
        return new TrailEntry(
                Long.toString(index),
                index,
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("type"),
                row.getString("publisher"),
                row.getString("event_id"),
                new TrailEntry.Who(row.getString("actor"), row.getString("actor_kind")),
                ClientsOf.prefix(row.getBuffer("beginning").getBytes()),
                record(row),
                Optional.ofNullable(row.getString("action")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("purpose")),
                row.getBoolean("late"),
                judged.getOrDefault(index, List.of()),
                Optional.empty());
    }

    private static Optional<TrailEntry.What> record(Row row) {
        return Optional.ofNullable(row.getString("record"))
                .map(ref -> new TrailEntry.What(
                        ref, row.getString("record_type"), List.of(row.getArrayOfStrings("labels"))));
    }
}
