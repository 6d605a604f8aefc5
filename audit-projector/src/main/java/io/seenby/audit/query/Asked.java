package io.seenby.audit.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.audit.door.QuestionReport;
import io.seenby.audit.http.Asker;
import io.seenby.events.ClientRef;
import io.seenby.events.Purpose;
import io.seenby.events.Question;
import io.seenby.events.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question somebody put.
 *
 * @param parameters what was asked for, in refs and codes only
 */
public record Asked(Asker asker, Question question, ObjectNode parameters) {

    /** What a question without a stated purpose is recorded as. */
    private static final String ROUTINE_REVIEW = "routine-review";

    /** The record of this question with an answer prepared at {@code position}. */
    public <T> QuestionReport report(long position, Answer<T> answer) {
        return report(position, answer.ids(), answer.clients(), answer.open(), Optional.empty());
    }

    /** The record of a look-up; what it showed is for access-service to say, which alone can make the ref. */
    QuestionReport report(long position, QuestionReport.Lookup lookup) {
        return report(position, List.of(), Set.of(), List.of(), Optional.of(lookup));
    }

    private QuestionReport report(
            long position,
            List<String> ids,
            Set<ClientRef> clients,
            List<QuestionReport.Boxes> open,
            Optional<QuestionReport.Lookup> lookup) {
        return new QuestionReport(
                asker.tenant().value(),
                QuestionReport.Actor.of(asker),
                question.wire(),
                asker.purpose().map(Purpose::wire),
                asked(),
                clients.stream().map(ClientRef::value).toList(),
                position,
                ids.size(),
                Answer.digest(ids),
                open,
                lookup);
    }

    private String asked() {
        ObjectNode asked = parameters.deepCopy();
        if (asker.purpose().isEmpty()) {
            asked.put("purpose", ROUTINE_REVIEW);
        }
        return new String(CanonicalJson.write(asked), StandardCharsets.UTF_8);
    }
}
