package io.seenby.bench.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.bench.NotMeasured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known about single reports, by event id, in the order of the file. */
record Truth(Map<String, Line> byEventId) {

    /**
     * One line of a truth file: a violation, or something right that looks like one.
     *
     * @param actor the publisher's id, {@code client} likewise
     * @param episode violations of one episode are one; empty: it is one by itself
     */
    record Line(String eventId, String kind, String actor, String client, boolean violation, String episode) {

        /** By which it is counted. */
        String unit() {
            return episode.isEmpty() ? eventId : episode;
        }
    }

    Truth {
        byEventId = Collections.unmodifiableMap(new LinkedHashMap<>(byEventId));
    }

    static Truth of(Collection<Line> lines) {
        var byEventId = new LinkedHashMap<String, Line>();
        lines.forEach(line -> byEventId.put(line.eventId(), line));
        return new Truth(byEventId);
    }

    /**
     * Reads a truth file.
     *
     * @throws NotMeasured with the number of the first line that is none
     */
    static Truth read(Path ndjson) throws IOException {
        var mapper = new ObjectMapper();
        var byEventId = new LinkedHashMap<String, Line>();
        int number = 0;
        try (var lines = Files.newBufferedReader(ndjson)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = line(mapper, ndjson, ++number, text);
                if (byEventId.put(line.eventId(), line) != null) {
                    throw new NotMeasured("%s:%d: %s stands there twice".formatted(ndjson, number, line.eventId()));
                }
            }
        }
        return new Truth(byEventId);
    }

    private static Line line(ObjectMapper mapper, Path file, int number, String text) {
        try {
            JsonNode node = mapper.readTree(text);
            if (node.path("violation").isBoolean()) {
                return new Line(
                        text(node, "eventId"),
                        text(node, "kind"),
                        text(node, "actor"),
                        text(node, "client"),
                        node.path("violation").booleanValue(),
                        node.path("episode").asText());
            }
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            // Said below, as for a line without a verdict.
        }
        throw new NotMeasured("%s:%d: not a line of a truth file; it has eventId, kind, actor, client and violation"
                .formatted(file, number));
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException(field);
        }
        return node.path(field).textValue();
    }

    Collection<Line> lines() {
        return byEventId.values();
    }

    long violations() {
        return lines().stream()
                .filter(Line::violation)
                .map(Line::unit)
                .distinct()
                .count();
    }
}
