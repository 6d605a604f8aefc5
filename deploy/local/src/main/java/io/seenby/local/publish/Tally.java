package io.seenby.local.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of the lines so far: how many of each status, and the first ones that were refused. */
final class Tally {
    private static final int SHOWN = 20;
    private static final String REFUSED = "refused";

    /** A line that access-service didn't take, and why. */
    record Refusal(long line, String reason) {}

    private final Map<String, Long> byStatus = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    synchronized void taken(String status) {
        byStatus.merge(status, 1L, Long::sum);
    }

    synchronized void refused(Refusal refusal) {
        byStatus.merge(REFUSED, 1L, Long::sum);
        refusals.add(refusal);
        refusals.sort(Comparator.comparingLong(Refusal::line));
        if (refusals.size() > SHOWN) {
            refusals.removeLast();
        }
    }

    synchronized long answered() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized long refusedCount() {
        return byStatus.getOrDefault(REFUSED, 0L);
    }

    synchronized String counts() {
        var taken = byStatus.entrySet().stream()
                .filter(status -> !status.getKey().equals(REFUSED))
                .map(status -> status.getValue() + " " + status.getKey())
                .collect(Collectors.joining(", "));
        return (taken.isEmpty() ? "0 recorded" : taken) + ", " + refusedCount() + " refused";
    }

    synchronized String report(double seconds) {
        var text = new StringBuilder(String.format(
                Locale.ROOT, "%s in %.1f s (%.0f events/s)", counts(), seconds, answered() / Math.max(seconds, 0.001)));
        refusals.forEach(refusal ->
                text.append("\n  line ").append(refusal.line()).append(": ").append(refusal.reason()));
        if (refusedCount() > refusals.size()) {
            text.append("\n  and ").append(refusedCount() - refusals.size()).append(" more");
        }
        return text.toString();
    }
}
