package io.seenby.access.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.shape.RefKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clients a report lists.
 *
 * @param refs each client once, in order of first mention
 * @param places for each item of {@code /clients}, where its client stands in {@code refs}
 * @param actor where the client who is the actor stands in {@code refs}, −1 if the actor is none of them
 */
record Listed(List<String> refs, int[] places, int actor) {

    static Listed in(JsonNode report, Refs derive) {
        JsonNode clients = report.path("clients");
        JsonNode actor = report.path("actor");
        boolean actorIsAClient = actor.path("kind").asText().equals("client");
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] places = new int[clients.size()];
        int acting = -1;
        for (int i = 0; i < places.length; i++) {
            String id = clients.get(i).path("id").textValue();
            if (id == null) {
                // The service's own events name clients by ref; nothing of theirs is sealed.
                return new Listed(List.of(), new int[0], -1);
            }
            String ref = derive.ref(RefKind.CLIENT, id);
            int next = known.size();
            places[i] = known.computeIfAbsent(ref, first -> next);
            if (actorIsAClient && id.equals(actor.path("id").textValue())) {
                acting = places[i];
            }
        }
        return new Listed(List.copyOf(known.keySet()), places, acting);
    }
}
