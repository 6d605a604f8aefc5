package io.seenby.local.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An alert in one line: when, where, which rule, how grave, and what there is to know about it. */
final class AlertLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS = List.of(
            "state",
            "rule",
            "severity",
            "score",
            "action",
            "summary",
            "sentence",
            "title",
            "actor",
            "client",
            "clients",
            "recipient");

    private AlertLine() {}

    static String of(String tenant, String data) {
        try {
            JsonNode alert = JSON.readTree(data);
            if (!alert.isObject()) {
                return tenant + "  " + clean(data);
            }
            return Stream.concat(
                            Stream.of(when(alert), "ALERT", tenant),
                            FIELDS.stream()
                                    .filter(alert::hasNonNull)
                                    .map(field -> field + "=" + text(alert.get(field))))
                    .map(AlertLine::clean)
                    .collect(Collectors.joining("  "));
        } catch (JsonProcessingException notJson) {
            return tenant + "  " + clean(data);
        }
    }

    private static String when(JsonNode alert) {
        return Stream.of("raisedAt", "recordedAt", "occurredAt", "at", "time")
                .filter(alert::hasNonNull)
                .map(field -> alert.get(field).asText())
                .findFirst()
                .orElse("-");
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Whatever an event brought along, it moves no cursor and colours no terminal. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
