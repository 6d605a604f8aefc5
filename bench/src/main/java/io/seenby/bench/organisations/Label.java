package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is the truth about a report: a violation, or something unusual that is right. Ids are the publisher's, in plain.
 *
 * @param kind as {@code docs/detection-corpus.md} lists them; that of a violation is the name of the rule that should
 *     find it, where there is one
 * @param episode of which this is a part, if it takes several reports to make one violation; empty otherwise
 */
public record Label(String kind, String actor, String client, boolean violation, String episode) {

    ObjectNode json(String eventId) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("eventId", eventId)
                .put("kind", kind)
                .put("actor", actor)
                .put("client", client)
                .put("violation", violation);
        return episode.isEmpty() ? json : json.put("episode", episode);
    }
}
