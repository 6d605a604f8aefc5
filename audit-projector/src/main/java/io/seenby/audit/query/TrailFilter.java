package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.Question;
import io.seenby.events.shape.Moments;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the trail. All that is given must hold; refs and codes are checked already.
 *
 * @param from included
 * @param to not included
 * @param disclosuresOnly of the client, which must be given then
 */
record TrailFilter(
        Optional<String> client,
        Optional<String> actor,
        Optional<String> record,
        Optional<String> action,
        Optional<String> purpose,
        Optional<String> outcome,
        Optional<String> label,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean disclosuresOnly) {

    static TrailFilter disclosuresOf(String client, Optional<Instant> from, Optional<Instant> to) {
        return new TrailFilter(
                Optional.of(client),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                from,
                to,
                true);
    }

    Question question() {
        if (disclosuresOnly) {
            return Question.DISCLOSURES;
        }
        if (client.isPresent()) {
            return Question.CLIENT_TRAIL;
        }
        if (actor.isPresent()) {
            return Question.ACTOR_TRAIL;
        }
        return record.isPresent() ? Question.RECORD_TRAIL : Question.TRAIL;
    }

    /** As it is recorded and as cursors are bound to it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        client.ifPresent(value -> json.put("client", value));
        actor.ifPresent(value -> json.put("actor", value));
        record.ifPresent(value -> json.put("record", value));
        action.ifPresent(value -> json.put("action", value));
        purpose.ifPresent(value -> json.put("accessPurpose", value));
        outcome.ifPresent(value -> json.put("outcome", value));
        label.ifPresent(value -> json.put("label", value));
        from.ifPresent(value -> json.put("from", Moments.write(value)));
        to.ifPresent(value -> json.put("to", Moments.write(value)));
        return json;
    }
}
