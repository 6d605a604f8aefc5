package io.seenby.endtoend;

import java.time.Instant;
import java.util.UUID;

/** Reports as a publisher would write them, one line each. */
final class Reports {

    private Reports() {}

    static String id() {
        return UUID.randomUUID().toString();
    }

    static String read(String eventId, String actor, String client) {
        return """
                {"type":"seenby.record-read.v1","eventId":"%s","occurredAt":"%s",\
                "actor":{"id":"%s","kind":"workforce","name":"Name of %3$s"},\
                "clients":[{"id":"%s","name":"Name of %4$s"}],\
                "record":{"type":"contract","id":"contract-of-%4$s"},\
                "purpose":"legal-representation","justification":"secret reason about %4$s"}""".formatted(eventId, Instant.now(), actor, client);
    }

    static String disclosure(String eventId, String actor, String client) {
        return """
                {"type":"seenby.information-disclosed.v1","eventId":"%s","occurredAt":"%s",\
                "actor":{"id":"%s","kind":"workforce"},"clients":[{"id":"%s"}],\
                "recipient":{"name":"A newspaper","address":"Main Street"},"channel":"e-mail","what":"the whole file"}""".formatted(eventId, Instant.now(), actor, client);
    }

    static String relationship(String eventId, String actor, String client) {
        return """
                {"type":"seenby.relationship-established.v1","eventId":"%s","occurredAt":"%s",\
                "clients":[{"id":"%s"}],"relationship":"tie-%1$s","kind":"matter-team",\
                "members":[{"id":"%s","kind":"workforce"}],"from":"2026-01-01T00:00:00Z"}""".formatted(eventId, Instant.now(), client, actor);
    }

    /** The same in the second version of its wire name, which knows teams. */
    static String relationshipOfATeam(String eventId, String team, String client) {
        return """
                {"type":"seenby.relationship-established.v2","eventId":"%s","occurredAt":"%s",\
                "clients":[{"id":"%s"}],"relationship":"tie-%1$s","kind":"matter-team",\
                "teams":["%s"],"from":"2026-01-01T00:00:00Z"}""".formatted(eventId, Instant.now(), client, team);
    }

    static String vip(String eventId, String client) {
        return """
                {"type":"seenby.client-traits-changed.v1","eventId":"%s","occurredAt":"%s",\
                "clients":[{"id":"%s"}],"traits":["vip"]}""".formatted(eventId, Instant.now(), client);
    }
}
