package io.seenby.local.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of a report, being put together; field names are those of the published schemas. */
final class Report {

    /** Somebody who works there. {@code surname} is made up, and matched against clients' only as a keyed token. */
    record Person(String id, String name, String role, String department, String surname) {

        Map<String, Object> json() {
            return Map.of(
                    "id", id,
                    "kind", "workforce",
                    "name", name,
                    "role", role,
                    "department", department,
                    "tokens", Map.of("surname", surname));
        }
    }

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Report(String type, String eventId, Instant occurredAt) {
        fields.put("type", "seenby." + type + ".v1");
        fields.put("eventId", eventId);
        fields.put("occurredAt", occurredAt.toString());
    }

    static Report of(String type, String eventId, Instant occurredAt) {
        return new Report(type, eventId, occurredAt);
    }

    Report by(Person actor) {
        return with("actor", actor.json());
    }

    Report about(House house, List<Integer> clients) {
        return with(
                "clients",
                clients.stream()
                        .map(client -> Map.of("id", house.clientId(client), "name", house.clientName(client)))
                        .toList());
    }

    Report record(String type, String id, String... labels) {
        return with("record", Map.of("type", type, "id", id, "labels", List.of(labels), "medium", "electronic"));
    }

    Report with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, Object> json() {
        return fields;
    }
}
