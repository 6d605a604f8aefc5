package io.seenby.bench.corpus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who works there and for whom, by number: teams of six actors share the clients evenly.
 *
 * @param clients how many there are, numbered from 0
 * @param actors how many there are, numbered from 0
 */
public record Organisation(int clients, int actors) {
    /** One of four tenants of a house with 5,000 clients and 300 actors. */
    public static final Organisation DIVISION = new Organisation(1_250, 75);

    private static final int TEAM_SIZE = 6;
    private static final List<String> ROLES = List.of("nurse", "physician", "clerk", "therapist", "coder", "registrar");

    public Organisation {
        if (clients < 1 || actors < 1) {
            throw new IllegalArgumentException("an organisation has clients and actors");
        }
    }

    int teams() {
        return Math.max(1, actors / TEAM_SIZE);
    }

    int teamOf(int client) {
        return client % teams();
    }

    /** The actor in one of the places of a team; the last team may have more than six. */
    int member(int team, int place) {
        return (team + place * teams()) % actors;
    }

    static ObjectNode actor(int actor) {
        String role = ROLES.get(actor % ROLES.size());
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "%s-%03d".formatted(role, actor))
                .put("kind", "workforce")
                .put("name", "%s %03d".formatted(role, actor))
                .put("role", role)
                .put("department", "ward-%02d".formatted(actor % 12));
    }

    static ObjectNode client(int client) {
        return JsonNodeFactory.instance.objectNode().put("id", "client-%05d".formatted(client));
    }

    static ObjectNode record(int client, int record) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("type", "chart")
                .put("id", "chart-%05d-%d".formatted(client, record))
                .put("medium", "electronic");
        if (record == 0) {
            node.putArray("labels").add("psychotherapy");
        }
        return node;
    }

    /** Every twentieth client has signed an authorisation. */
    static boolean hasConsent(int client) {
        return client % 20 == 0;
    }

    /** One for each number; the same ones again when all were named. */
    int clientWithoutConsent(int number) {
        return IntStream.range(0, clients)
                .map(step -> (number * 3 + step) % clients)
                .filter(client -> !hasConsent(client))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every client has consented"));
    }

    static String consent(int client) {
        return "consent-%05d".formatted(client);
    }
}
