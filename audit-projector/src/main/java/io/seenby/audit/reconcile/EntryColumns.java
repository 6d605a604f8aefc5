package io.seenby.audit.reconcile;

import io.seenby.core.detection.Indexed;
import io.seenby.events.LedgerEntry;
import io.seenby.events.RecordItem;
import io.seenby.events.WireCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The clear columns of an entry's row: as they are stored, or as its value says they must be. */
record EntryColumns(
        Instant recordedAt,
        Instant occurredAt,
        String publisher,
        String eventId,
        String type,
        String actor,
        String actorKind,
        Optional<String> record,
        Optional<String> recordType,
        List<String> labels,
        Optional<String> action,
        Optional<String> outcome,
        Optional<String> purpose,
        boolean late) {

    static EntryColumns of(LedgerEntry entry) {
        return new EntryColumns(
                entry.recordedAt(),
                entry.occurredAt(),
                entry.publisher().value(),
                entry.eventId().value(),
                entry.type().wire(),
                entry.actor().ref().value(),
                entry.actor().kind().wire(),
                entry.record().map(item -> item.ref().value()),
                entry.record().map(RecordItem::type),
                entry.record().map(RecordItem::labels).orElse(List.of()),
                entry.action().map(WireCode::wire),
                entry.outcome().map(WireCode::wire),
                entry.purpose().map(WireCode::wire),
                new Indexed(0, entry.recordedAt(), entry).late());
    }

    static EntryColumns of(ResultSet row) throws SQLException {
        return new EntryColumns(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("publisher"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("actor"),
                row.getString("actor_kind"),
                Optional.ofNullable(row.getString("record")),
                Optional.ofNullable(row.getString("record_type")),
                List.of((String[]) row.getArray("labels").getArray()),
                Optional.ofNullable(row.getString("action")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("purpose")),
                row.getBoolean("late"));
    }
}
