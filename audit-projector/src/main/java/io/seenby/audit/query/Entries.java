package io.seenby.audit.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.door.QuestionReport.Boxes;
import io.seenby.audit.door.Recorded;
import io.seenby.audit.query.EntryDetail.Box;
import io.seenby.audit.query.EntryDetail.Unsealed;
import io.seenby.events.SealedBox;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads one entry in full. */
final class Entries {

    private static final String ONE = """
            select %s, e.value
              from entries e
             where e.ledger_index = $1
            """.formatted(Walk.COLUMNS);

    private Entries() {}

    static Uni<Answer<EntryDetail>> one(Snapshot snapshot, long index, boolean unseal) {
        return snapshot.connection()
                .preparedQuery(ONE)
                .execute(Tuple.of(index))
                .flatMap(rows -> EntryRows.read(snapshot, rows)
                        .map(found -> found.stream()
                                .findFirst()
                                .map(entry -> answer(snapshot, entry, value(rows), unseal))
                                .orElseGet(Answer::nothing)));
    }

    private static Answer<EntryDetail> answer(Snapshot snapshot, TrailEntry entry, ObjectNode value, boolean unseal) {
        List<SealedBox> boxes = boxes(value.remove("sealed"));
        List<Boxes> open = unseal ? List.of(new Boxes(entry.publisher(), entry.eventId(), boxes)) : List.of();
        return new Answer<>(
                List.of(entry.id()),
                new LinkedHashSet<>(EntryRows.clients(entry)),
                open,
                recorded -> Optional.of(new EntryDetail(
                        snapshot.position(),
                        entry,
                        value,
                        boxes.stream()
                                .map(box -> new Box(box.subject(), box.keyId()))
                                .toList(),
                        unseal ? Optional.of(unsealed(recorded)) : Optional.empty())));
    }

    private static Unsealed unsealed(Recorded recorded) {
        Recorded.Opened opened = recorded.opened().get(0);
        return new Unsealed(opened.texts(), opened.erased());
    }

    private static ObjectNode value(RowSet<Row> rows) {
        byte[] value = rows.iterator().next().getBuffer("value").getBytes();
        try {
            return (ObjectNode) StrictJson.read(value);
        } catch (MalformedJson impossible) {
            throw new IllegalStateException("an accepted entry is JSON", impossible);
        }
    }

    private static List<SealedBox> boxes(JsonNode sealed) {
        List<SealedBox> boxes = new ArrayList<>();
        for (JsonNode box : sealed) {
            boxes.add(new SealedBox(
                    box.get("subject").textValue(),
                    box.get("keyId").textValue(),
                    box.get("ciphertext").textValue()));
        }
        return boxes;
    }
}
