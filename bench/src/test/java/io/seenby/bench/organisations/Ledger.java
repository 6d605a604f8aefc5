package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A corpus read back: its reports in order, and what is true of each that something is said about. */
record Ledger(List<JsonNode> reports, Map<Integer, JsonNode> truth) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    static OrganisationCorpus.Wish wish(Kind kind, long accesses, long seed) {
        return new OrganisationCorpus.Wish(kind, accesses, seed, START, 7, 45);
    }

    static Ledger written(OrganisationCorpus.Wish wish, Path folder) throws IOException {
        Path reports = folder.resolve("reports.ndjson");
        Path truth = folder.resolve("truth.ndjson");
        OrganisationCorpus.write(wish, reports, truth);
        return read(reports, truth);
    }

    static Ledger read(Path reports, Path truth) throws IOException {
        List<JsonNode> lines = parsed(reports);
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, lines.size())
                .forEach(i -> places.put(lines.get(i).get("eventId").textValue(), i));
        Map<Integer, JsonNode> labels = new HashMap<>();
        for (JsonNode label : parsed(truth)) {
            labels.put(places.get(label.get("eventId").textValue()), label);
        }
        return new Ledger(lines, labels);
    }

    private static List<JsonNode> parsed(Path ndjson) throws IOException {
        try (Stream<String> lines = Files.lines(ndjson)) {
            return lines.map(Ledger::parsed).toList();
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Places of the reports that the truth gives this kind. */
    List<Integer> ofKind(String kind) {
        return truth.entrySet().stream()
                .filter(entry -> entry.getValue().get("kind").textValue().equals(kind))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    JsonNode report(int place) {
        return reports.get(place);
    }

    String actor(int place) {
        return report(place).get("actor").get("id").textValue();
    }

    String client(int place) {
        return report(place).get("clients").get(0).get("id").textValue();
    }

    Instant moment(int place) {
        return Instant.parse(report(place).get("occurredAt").textValue());
    }

    /** Earlier reports of a type, the latest first. */
    Stream<JsonNode> before(int place, String type) {
        return IntStream.iterate(place - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(reports::get)
                .filter(report -> report.get("type").textValue().startsWith("seenby." + type));
    }

    /** Later reports of a type. */
    Stream<JsonNode> after(int place, String type) {
        return IntStream.range(place + 1, reports.size())
                .mapToObj(reports::get)
                .filter(report -> report.get("type").textValue().startsWith("seenby." + type));
    }

    /** How somebody stands by what was reported before. */
    JsonNode standing(int place, String actor) {
        return before(place, "actor-")
                .filter(report -> report.get("subject").get("id").textValue().equals(actor))
                .filter(report -> !report.get("type").textValue().contains("left"))
                .findFirst()
                .orElseThrow();
    }

    JsonNode tokensOfClient(int place) {
        return before(place, "client-registered")
                .filter(about(client(place)))
                .findFirst()
                .orElseThrow()
                .get("tokens");
    }

    static Predicate<JsonNode> about(String client) {
        return report -> Stream.iterate(0, i -> i < report.path("clients").size(), i -> i + 1)
                .anyMatch(
                        i -> report.get("clients").get(i).get("id").textValue().equals(client));
    }

    static boolean has(JsonNode report, String list, String id) {
        for (JsonNode item : report.path(list)) {
            if (item.isTextual()
                    ? item.textValue().equals(id)
                    : item.get("id").textValue().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a relationship, direct or by a team, was reported before and held then; or the actor leads somebody so tied. */
    boolean tied(int place) {
        return tied(place, actor(place), client(place))
                || supervised(place).anyMatch(other -> tied(place, other, client(place)));
    }

    private boolean tied(int place, String actor, String client) {
        JsonNode standing = standing(place, actor);
        return before(place, "relationship-established")
                .filter(about(client))
                .filter(tie -> !moment(place)
                        .isBefore(Instant.parse(
                                tie.path("from").asText(tie.get("occurredAt").textValue()))))
                .filter(tie -> !tie.has("until")
                        || moment(place).isBefore(Instant.parse(tie.get("until").textValue())))
                .anyMatch(tie -> has(tie, "members", actor)
                        || Stream.iterate(0, i -> i < standing.get("teams").size(), i -> i + 1)
                                .anyMatch(i -> has(
                                        tie,
                                        "teams",
                                        standing.get("teams").get(i).textValue())));
    }

    private Stream<String> supervised(int place) {
        return before(place, "actor-joined")
                .filter(joined -> joined.path("supervisor").asText("").equals(actor(place)))
                .map(joined -> joined.get("subject").get("id").textValue());
    }

    static Duration span() {
        return Duration.ofDays(7);
    }
}
