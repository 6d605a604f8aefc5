package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Findings that nobody has explained yet, in the order of the ledger whatever the order of loading. */
final class OpenFindings {

    private record Window(ActorRef actor, Instant start) {}

    private final Map<String, Finding> byId = new HashMap<>();
    private final Map<Tie, SortedSet<Finding>> byTie = new HashMap<>();
    private final Map<ActorRef, SortedSet<Finding>> byActor = new HashMap<>();
    private final Map<ClientRef, SortedSet<Finding>> byClient = new HashMap<>();
    private final Map<String, SortedSet<Finding>> byAlert = new HashMap<>();
    private final Map<Window, SortedSet<Finding>> byWindow = new HashMap<>();
    private final TreeMap<Instant, SortedSet<Finding>> byDue = new TreeMap<>();

    void put(Finding finding) {
        Finding former = byId.remove(finding.id());
        if (former != null) {
            eachIndex(former, index -> index.remove(former));
            former.due().ifPresent(due -> waitsNoMore(former, due));
        }
        if (finding.open()) {
            byId.put(finding.id(), finding);
            eachIndex(finding, index -> index.add(finding));
            finding.due().ifPresent(due -> in(byDue, due).add(finding));
        }
    }

    List<Finding> of(Tie tie) {
        return List.copyOf(byTie.getOrDefault(tie, NONE));
    }

    List<Finding> of(ActorRef actor) {
        return List.copyOf(byActor.getOrDefault(actor, NONE));
    }

    List<Finding> of(ClientRef client) {
        return List.copyOf(byClient.getOrDefault(client, NONE));
    }

    List<Finding> naming(String alertId) {
        return List.copyOf(byAlert.getOrDefault(alertId, NONE));
    }

    List<Finding> in(ActorRef actor, Instant windowStart, String rule) {
        return byWindow.getOrDefault(new Window(actor, windowStart), NONE).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    /** Those that were due before this moment, the longest overdue first. */
    List<Finding> overdue(Instant coreTime) {
        return byDue.isEmpty() || !byDue.firstKey().isBefore(coreTime)
                ? List.of()
                : byDue.headMap(coreTime).values().stream()
                        .flatMap(SortedSet::stream)
                        .toList();
    }

    private void eachIndex(Finding finding, Consumer<SortedSet<Finding>> action) {
        action.accept(in(byTie, finding.tie()));
        action.accept(in(byActor, finding.actor()));
        action.accept(in(byClient, finding.client()));
        finding.alertId().ifPresent(alert -> action.accept(in(byAlert, alert)));
        finding.window().ifPresent(start -> action.accept(in(byWindow, new Window(finding.actor(), start))));
    }

    /** Nothing is kept of a moment at which nothing is due. */
    private void waitsNoMore(Finding finding, Instant due) {
        SortedSet<Finding> waiting = in(byDue, due);
        waiting.remove(finding);
        if (waiting.isEmpty()) {
            byDue.remove(due);
        }
    }

    private static final SortedSet<Finding> NONE = new TreeSet<>(Finding.ORDER);

    private static <N> SortedSet<Finding> in(Map<N, SortedSet<Finding>> index, N name) {
        return index.computeIfAbsent(name, absent -> new TreeSet<>(Finding.ORDER));
    }
}
