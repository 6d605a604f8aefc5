package io.seenby.access;

import java.util.UUID;

/** Reports as publishers send them. */
public final class Reports {

    private Reports() {}

    public static String read(String eventId, String client) {
        return """
                {"type":"seenby.record-read.v1","eventId":"%s","occurredAt":"2026-01-05T09:00:00Z",\
                "actor":{"id":"nurse-07","kind":"workforce","name":"Nurse Seven","role":"nurse"},\
                "clients":[{"id":"%s","name":"Name of %s"}],\
                "record":{"type":"chart","id":"chart-of-%s"},"purpose":"treatment"}""".formatted(eventId, client, client, client);
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }
}
