package io.seenby.audit.query;

import io.seenby.audit.query.TrailEntry.Judgement;
import io.seenby.audit.query.TrailEntry.Reason;
import io.seenby.events.ClientRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Rows of {@code entries} as the trail shows them, with what the rules think of each. */
final class EntryRows {

    private static final String FINDINGS = """
            select ledger_index, finding_id, rule, client, status, explained_index
              from findings
             where ledger_index = any ($1)
             order by ledger_index, finding_id
            """;

    /** By the whole key: the index of the clients begins with the client. */
    private static final String REASONS = """
            select c.ledger_index, c.client, c.verdict, c.reason, c.tie, c.evidence
              from unnest($1::text[], $2::timestamptz[], $3::bigint[]) as wanted(client, occurred_at, ledger_index)
              join entry_clients c using (client, occurred_at, ledger_index)
             where c.verdict is not null
             order by c.ledger_index, c.client collate "C"
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
                .flatMap(judged -> reasons(snapshot, found)
                        .map(reasons -> found.stream()
                                .map(row -> entry(row, judged, reasons))
                                .toList()));
    }

    private static Uni<Map<Long, List<Reason>>> reasons(Snapshot snapshot, List<Row> entries) {
        List<String> clients = new ArrayList<>();
        List<OffsetDateTime> moments = new ArrayList<>();
        List<Long> indexes = new ArrayList<>();
        for (Row row : entries) {
            for (String client : clients(row)) {
                clients.add(client);
                moments.add(row.getOffsetDateTime("occurred_at"));
                indexes.add(row.getLong("ledger_index"));
            }
        }
        Tuple wanted = Tuple.of(
                clients.toArray(String[]::new), moments.toArray(OffsetDateTime[]::new), indexes.toArray(Long[]::new));
        return snapshot.connection().preparedQuery(REASONS).execute(wanted).map(EntryRows::reasons);
    }

    private static Map<Long, List<Reason>> reasons(RowSet<Row> rows) {
        Map<Long, List<Reason>> reasons = new HashMap<>();
        for (Row row : rows) {
            reasons.computeIfAbsent(row.getLong("ledger_index"), index -> new ArrayList<>())
                    .add(new Reason(
                            row.getString("client"),
                            row.getString("verdict"),
                            Optional.ofNullable(row.getString("reason")),
                            Optional.ofNullable(row.getString("tie")),
                            Arrays.stream(row.getArrayOfLongs("evidence"))
                                    .map(String::valueOf)
                                    .toList()));
        }
        return reasons;
    }

    private static List<String> clients(Row row) {
        return ClientsOf.prefix(row.getBuffer("beginning").getBytes());
    }

    /** Whose information an entry shows. */
    static List<ClientRef> clients(TrailEntry entry) {
        return entry.clients().stream().map(ClientRef::new).toList();
    }

    private static Map<Long, List<Judgement>> judgements(RowSet<Row> rows) {
        Map<Long, List<Judgement>> judged = new HashMap<>();
        for (Row row : rows) {
            judged.computeIfAbsent(row.getLong("ledger_index"), index -> new ArrayList<>())
                    .add(new Judgement(
                            row.getString("finding_id"),
                            row.getString("rule"),
                            row.getString("client"),
                            row.getString("status"),
                            Optional.ofNullable(row.getLong("explained_index")).map(String::valueOf)));
        }
        return judged;
    }

    private static TrailEntry entry(Row row, Map<Long, List<Judgement>> judged, Map<Long, List<Reason>> reasons) {
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
                clients(row),
                record(row),
                Optional.ofNullable(row.getString("action")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("purpose")),
                row.getBoolean("late"),
                reasons.getOrDefault(index, List.of()),
                judged.getOrDefault(index, List.of()),
                Optional.empty());
    }

    private static Optional<TrailEntry.What> record(Row row) {
        return Optional.ofNullable(row.getString("record"))
                .map(ref -> new TrailEntry.What(
                        ref, row.getString("record_type"), List.of(row.getArrayOfStrings("labels"))));
    }
}
