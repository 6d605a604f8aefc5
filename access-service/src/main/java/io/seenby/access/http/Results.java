package io.seenby.access.http;

import io.seenby.access.intake.Outcome;
import io.seenby.access.problem.Problem;
import io.seenby.access.receipt.Receipt;
import io.seenby.events.shape.Moments;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** Outcomes as JSON. What is recorded is written by hand: its fields' alphabets need no escape. */
final class Results {

    private Results() {}

    static String single(Outcome.Recorded recorded, Optional<Receipt> receipt) {
        StringBuilder json = new StringBuilder(1_600)
                .append("{\"tenant\":\"")
                .append(recorded.tenant())
                .append("\",");
        position(recorded, json);
        receipt.ifPresent(signed -> {
            json.append(',');
            receipt(signed, json);
        });
        return json.append('}').toString();
    }

    static void receipt(Receipt receipt, StringBuilder json) {
        json.append("\"receipt\":\"");
        receipt.appendTo(json);
        json.append('"');
    }

    private static void position(Outcome.Recorded recorded, StringBuilder json) {
        json.append("\"eventId\":\"")
                .append(recorded.eventId().value())
                .append("\",\"partition\":")
                .append(recorded.partition())
                .append(",\"offset\":")
                .append(recorded.offset())
                .append(",\"recordedAt\":\"")
                .append(Moments.write(recorded.recordedAt()))
                .append("\",\"leafHash\":\"")
                .append(recorded.leaf().base64())
                .append('"');
    }

    /** One object per item; {@code first} is the index of the first of them. */
    static Buffer of(List<Outcome> outcomes, int first, Framing framing) {
        StringBuilder json = new StringBuilder(outcomes.size() * 208);
        for (int i = 0; i < outcomes.size(); i++) {
            json.append(first + i == 0 ? framing.open() : framing.between());
            item(first + i, outcomes.get(i), json);
            json.append(framing.after());
        }
        return Buffer.buffer(json.toString());
    }

    private static void item(int index, Outcome outcome, StringBuilder json) {
        json.append("{\"index\":").append(index);
        switch (outcome) {
            case Outcome.Recorded recorded -> {
                json.append(",\"status\":\"recorded\",");
                position(recorded, json);
            }
            case Outcome.Refused refused -> problem("refused", refused.problem(), json);
            case Outcome.Unavailable unavailable -> problem("unavailable", unavailable.problem(), json);
        }
        json.append('}');
    }

    private static void problem(String status, Problem problem, StringBuilder json) {
        json.append(",\"status\":\"").append(status).append("\",\"problem\":").append(ProblemJson.of(problem));
    }

    /** How results stand in a body. */
    record Framing(String mediaType, String open, String between, String after, String close, String empty) {

        static final Framing LINES = new Framing("application/x-ndjson", "", "", "\n", "", "");
        static final Framing ARRAY = new Framing("application/json", "[", ",", "", "]", "[]");

        /** One that is not the first; nothing if it is empty. */
        String last(String json) {
            return json.isEmpty() ? "" : between + json + after;
        }
    }
}
