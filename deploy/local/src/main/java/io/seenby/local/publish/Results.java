package io.seenby.local.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the answer to a batch: one JSON object an item, in the order of the lines. The receipt behind them has no status,
 * so it stands for no line.
 */
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> OVERLOADED = Set.of(429, 503);

    private Results() {}

    /**
     * Counts what was decided, and returns what must be sent again: lines that found the service overloaded, and lines
     * without an answer because it broke off.
     */
    static Batch settle(Batch batch, List<String> answers, Tally tally) {
        var again = new ArrayList<Batch.Line>();
        for (int index = 0; index < batch.lines().size(); index++) {
            var line = batch.lines().get(index);
            if (index >= answers.size() || !decided(line, answers.get(index), tally)) {
                again.add(line);
            }
        }
        return new Batch(again);
    }

    private static boolean decided(Batch.Line line, String answer, Tally tally) {
        JsonNode result;
        try {
            result = JSON.readTree(answer);
        } catch (JsonProcessingException brokenOff) {
            return false;
        }
        if (!result.has("status")) {
            return false;
        }
        var status = result.get("status").asText();
        if (!status.equals("refused")) {
            tally.taken(status);
            return true;
        }
        var problem = result.path("problem");
        if (OVERLOADED.contains(problem.path("status").asInt())) {
            return false;
        }
        tally.refused(new Tally.Refusal(line.number(), reason(problem)));
        return true;
    }

    /** The one sentence of a problem document, or all of it. */
    static String reason(JsonNode problem) {
        var title = problem.path("title").asText("");
        var detail = problem.path("detail").asText("");
        var violations = problem.hasNonNull("errors") ? " " + problem.get("errors") : "";
        var sentence = (title + (title.isEmpty() || detail.isEmpty() ? "" : ": ") + detail + violations).strip();
        return (sentence.isEmpty() ? problem.toString() : sentence).replaceAll("\\p{Cntrl}", " ");
    }

    static String reason(String body) {
        try {
            var problem = JSON.readTree(body);
            return problem.isObject() ? reason(problem) : body;
        } catch (JsonProcessingException plainText) {
            return body;
        }
    }
}
