package io.seenby.cli.verify.views;

import io.seenby.events.LedgerEntry;
import io.seenby.events.RecordItem;
import io.seenby.events.WireCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands in the clear in a row of {@code entries}, in the order of {@link #NAMES}. */
record ClearColumns(List<String> values) {

    static final List<String> NAMES = List.of(
            "recorded_at",
            "occurred_at",
            "publisher",
            "event_id",
            "type",
            "actor",
            "actor_kind",
            "record",
            "record_type",
            "labels",
            "action",
            "outcome",
            "purpose",
            "late");

    private static final Duration LATE = Duration.ofDays(30);
    private static final String NONE = "";

    /** What they are, by the entry itself. */
    static ClearColumns of(LedgerEntry entry) {
        return new ClearColumns(List.of(
                entry.recordedAt().toString(),
                entry.occurredAt().toString(),
                entry.publisher().value(),
                entry.eventId().value(),
                entry.type().wire(),
                entry.actor().ref().value(),
                entry.actor().kind().wire(),
                entry.record().map(record -> record.ref().value()).orElse(NONE),
                entry.record().map(RecordItem::type).orElse(NONE),
                entry.record().map(RecordItem::labels).orElse(List.of()).toString(),
                wire(entry.action()),
                wire(entry.outcome()),
                wire(entry.purpose()),
                String.valueOf(entry.occurredAt().plus(LATE).isBefore(entry.recordedAt()))));
    }

    private static String wire(Optional<? extends WireCode> code) {
        return code.map(WireCode::wire).orElse(NONE);
    }

    /** What they are in the row. */
    static ClearColumns of(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>(NAMES.size());
        for (String name : NAMES) {
            values.add(
                    switch (name) {
                        case "recorded_at", "occurred_at" -> moment(row, name).toString();
                        case "labels" -> list(row.getArray(name)).toString();
                        case "late" -> String.valueOf(row.getBoolean(name));
                        default -> Objects.requireNonNullElse(row.getString(name), NONE);
                    });
        }
        return new ClearColumns(values);
    }

    private static Instant moment(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    private static List<Object> list(Array array) throws SQLException {
        return Arrays.asList((Object[]) array.getArray());
    }

    /** The names of those that are not the same. */
    List<String> differingFrom(ClearColumns other) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if (!values.get(i).equals(other.values.get(i))) {
                differing.add(NAMES.get(i));
            }
        }
        return differing;
    }
}
