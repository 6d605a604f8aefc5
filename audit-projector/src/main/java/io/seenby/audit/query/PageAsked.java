package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.http.Asker;
import io.seenby.events.Question;
import java.util.Optional;

/** A question for one page of something: its filter, how much of it, and from where. */
public record PageAsked(Asker asker, Question question, ObjectNode filter, int limit, Optional<String> after) {

    /** As it is recorded. */
    public Asked asked() {
        ObjectNode parameters = filter.deepCopy().put("limit", limit);
        after.ifPresent(cursor -> parameters.put("after", cursor));
        return new Asked(asker, question, parameters);
    }
}
