package io.seenby.bench.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two simple ways of finding violations, from the reports alone: flag whatever somebody does with a client whom no
 * relationship in force names them for, one alert for actor, client and day; and flag the days on which somebody did
 * much more than is usual, one alert for actor and day. Facts count from when they are reported. Days are those of
 * occurrence, in UTC.
 */
final class Baselines {

    /** What one way found. {@code right} alerts have a violation in them, {@code found} violations are in an alert. */
    record Flagged(long alerts, long right, long found) {}

    /** @param accesses looks, prints, exports and disclosures */
    record Result(Flagged untied, Flagged busy, long accesses, long threshold) {}

    private record Day(String actor, Instant start) {}

    private record Visit(String actor, String client, Instant day) {}

    private record Tie(Instant from, Instant until) {}

    /** Standard deviations above the mean of all actors' days. */
    private static final double MUCH_MORE = 3;

    private final Truth truth;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<List<String>, List<Tie>> ties = new HashMap<>();
    private final Map<String, List<List<String>>> named = new HashMap<>();
    private final Set<Visit> untied = new HashSet<>();
    private final Map<Visit, Integer> untiedViolations = new HashMap<>();
    private final Map<Day, Integer> volume = new HashMap<>();
    private final Map<Day, Integer> violations = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private long accesses;

    private Baselines(Truth truth) {
        this.truth = truth;
    }

    static Result of(Path reports, Truth truth) throws IOException {
        var baselines = new Baselines(truth);
        try (var lines = Files.newBufferedReader(reports)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                baselines.take(baselines.mapper.readTree(line));
            }
        }
        return baselines.result();
    }

    private void take(JsonNode report) {
        switch (report.path("type").asText()) {
            case "seenby.relationship-established.v1", "seenby.relationship-established.v2" -> established(report);
            case "seenby.relationship-ended.v1" -> ended(report);
            case "seenby.record-read.v1",
                    "seenby.record-printed.v1",
                    "seenby.record-exported.v1",
                    "seenby.information-disclosed.v1" -> accessed(report);
            default -> {
                // Neither a tie nor something that needs one.
            }
        }
    }

    private void established(JsonNode report) {
        Instant from = Instant.parse(
                report.path("from").asText(report.path("occurredAt").asText()));
        Instant until = report.has("until") ? Instant.parse(report.path("until").asText()) : Instant.MAX;
        for (JsonNode member : report.path("members")) {
            for (JsonNode client : report.path("clients")) {
                List<String> pair =
                        List.of(member.path("id").asText(), client.path("id").asText());
                ties.computeIfAbsent(pair, absent -> new ArrayList<>()).add(new Tie(from, until));
                named.computeIfAbsent(report.path("relationship").asText(), absent -> new ArrayList<>())
                        .add(pair);
            }
        }
    }

    private void ended(JsonNode report) {
        Instant end = Instant.parse(report.path("occurredAt").asText());
        named.getOrDefault(report.path("relationship").asText(), List.of())
                .forEach(pair -> ties.computeIfPresent(
                        pair,
                        (key, all) -> new ArrayList<>(all.stream()
                                .map(tie -> new Tie(tie.from(), end.isBefore(tie.until()) ? end : tie.until()))
                                .toList())));
    }

    private void accessed(JsonNode report) {
        accesses++;
        String actor = report.path("actor").path("id").asText();
        Instant at = Instant.parse(report.path("occurredAt").asText());
        Instant start = at.truncatedTo(ChronoUnit.DAYS);
        Truth.Line line = truth.byEventId().get(report.path("eventId").asText());
        int wrong = line != null && line.violation() && counted.add(line.unit()) ? 1 : 0;
        volume.merge(new Day(actor, start), 1, Integer::sum);
        violations.merge(new Day(actor, start), wrong, Integer::sum);
        boolean taken = false;
        for (JsonNode client : report.path("clients")) {
            String id = client.path("id").asText();
            boolean tied = ties.getOrDefault(List.of(actor, id), List.of()).stream()
                    .anyMatch(tie -> !at.isBefore(tie.from()) && at.isBefore(tie.until()));
            if (!tied) {
                var visit = new Visit(actor, id, start);
                untied.add(visit);
                untiedViolations.merge(visit, taken ? 0 : wrong, Integer::sum);
                taken = true;
            }
        }
    }

    private Result result() {
        double mean =
                volume.values().stream().mapToInt(Integer::intValue).average().orElse(0);
        double variance = volume.values().stream()
                .mapToDouble(count -> (count - mean) * (count - mean))
                .average()
                .orElse(0);
        long threshold = (long) Math.ceil(mean + MUCH_MORE * Math.sqrt(variance));
        long busy = 0;
        long right = 0;
        long found = 0;
        for (var day : volume.entrySet()) {
            if (day.getValue() > threshold) {
                int wrong = violations.getOrDefault(day.getKey(), 0);
                busy++;
                right += wrong > 0 ? 1 : 0;
                found += wrong;
            }
        }
        var visits = untiedViolations.values();
        var untiedFlagged = new Flagged(
                untied.size(),
                visits.stream().filter(wrong -> wrong > 0).count(),
                visits.stream().mapToInt(Integer::intValue).sum());
        return new Result(untiedFlagged, new Flagged(busy, right, found), accesses, threshold);
    }
}
