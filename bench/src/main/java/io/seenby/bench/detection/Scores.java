package io.seenby.bench.detection;

import io.seenby.bench.detection.Seen.Alert;
import io.seenby.bench.detection.Seen.Entry;
import io.seenby.bench.detection.Seen.Finding;
import io.seenby.bench.detection.Truth.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Truth and views, joined. What it takes several reports to do is one violation, and the best of them is what became of it. A violation is found when an alert names its actor and client, or its entry as evidence. Less
 * than that is counted apart: that one of its findings is attached to an alert which does not say so itself, and that
 * there is a finding which nobody is shown.
 *
 * @param kinds of the truth, by name
 * @param rules that raised an alert or have a kind of their name
 */
record Scores(Map<String, OfKind> kinds, Map<String, OfRule> rules, Alerts all, Seen.Verdicts verdicts) {

    /**
     * What became of one kind's accesses; the four add up.
     *
     * @param named by an alert; {@code attached} to one; {@code noted} by a finding alone; {@code missed}
     * @param by rules whose alerts name one of them
     */
    record OfKind(boolean violation, long named, long attached, long noted, long missed, Set<String> by) {
        long planted() {
            return named + attached + noted + missed;
        }
    }

    /**
     * How often one rule was right.
     *
     * @param planted violations of the kind of its name, of which {@code found} are named by its own alerts, or by another
     *     rule's while it has a finding on them
     */
    record OfRule(long planted, long found, Alerts alerts) {}

    /**
     * Alerts, and how many of them name a violation; likewise those that stand open in the end.
     */
    record Alerts(long raised, long right, long open, long openRight) {
        static final Alerts NONE = new Alerts(0, 0, 0, 0);

        Alerts and(boolean itIsOpen, boolean itIsRight) {
            return new Alerts(
                    raised + 1,
                    right + (itIsRight ? 1 : 0),
                    open + (itIsOpen ? 1 : 0),
                    openRight + (itIsOpen && itIsRight ? 1 : 0));
        }
    }

    /** Throws {@link IllegalArgumentException} if an entry of the truth was not seen. */
    static Scores of(Truth truth, Seen seen) {
        Index index = Index.of(seen);
        Map<String, OfKind> kinds = new TreeMap<>();
        Map<String, OfRule> rules = new TreeMap<>();
        Set<String> right = new HashSet<>();
        Map<String, OfKind> units = new LinkedHashMap<>();
        Map<String, String> kindOf = new HashMap<>();
        Map<String, OfRule> ruleOf = new LinkedHashMap<>();
        for (Line line : truth.lines()) {
            Entry entry = seen.entries().get(line.eventId());
            if (entry == null) {
                throw new IllegalArgumentException("the views know nothing of " + line.eventId());
            }
            List<Alert> naming = index.naming(entry);
            kindOf.put(line.unit(), line.kind());
            units.merge(line.unit(), ofOne(line, naming, index.findings(entry)), Scores::better);
            if (line.violation()) {
                naming.forEach(alert -> right.add(alert.id()));
                boolean found = found(line.kind(), naming, index.findings(entry));
                ruleOf.merge(
                        line.unit(),
                        new OfRule(1, found ? 1 : 0, Alerts.NONE),
                        (one, other) -> one.found() >= other.found() ? one : other);
            }
        }
        units.forEach((unit, became) -> kinds.merge(kindOf.getOrDefault(unit, ""), became, Scores::sum));
        ruleOf.forEach((unit, became) -> rules.merge(kindOf.getOrDefault(unit, ""), became, Scores::sum));
        Alerts all = Alerts.NONE;
        for (Alert alert : seen.alerts()) {
            all = all.and(alert.open(), right.contains(alert.id()));
            var one = new OfRule(0, 0, Alerts.NONE.and(alert.open(), right.contains(alert.id())));
            rules.merge(alert.rule(), one, Scores::sum);
        }
        return new Scores(kinds, rules, all, seen.verdicts());
    }

    /** Violations in all. */
    long planted() {
        return kinds.values().stream()
                .filter(OfKind::violation)
                .mapToLong(OfKind::planted)
                .sum();
    }

    /** Of them, those that an alert names. */
    long found() {
        return kinds.values().stream()
                .filter(OfKind::violation)
                .mapToLong(OfKind::named)
                .sum();
    }

    private static boolean found(String rule, List<Alert> naming, List<Finding> findings) {
        return naming.stream().anyMatch(alert -> alert.rule().equals(rule))
                || !naming.isEmpty()
                        && findings.stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    private static OfKind ofOne(Line line, List<Alert> naming, List<Finding> findings) {
        boolean attached =
                findings.stream().anyMatch(finding -> !finding.alert().isEmpty());
        Set<String> by = new TreeSet<>();
        naming.forEach(alert -> by.add(alert.rule()));
        if (!naming.isEmpty()) {
            return new OfKind(line.violation(), 1, 0, 0, 0, by);
        }
        return findings.isEmpty()
                ? new OfKind(line.violation(), 0, 0, 0, 1, by)
                : new OfKind(line.violation(), 0, attached ? 1 : 0, attached ? 0 : 1, 0, by);
    }

    /** What became of the two if they are one violation. */
    private static OfKind better(OfKind one, OfKind other) {
        OfKind best = rank(one) <= rank(other) ? one : other;
        Set<String> by = new TreeSet<>(one.by());
        by.addAll(other.by());
        return new OfKind(best.violation(), best.named(), best.attached(), best.noted(), best.missed(), by);
    }

    private static int rank(OfKind one) {
        return one.named() > 0 ? 0 : one.attached() > 0 ? 1 : one.noted() > 0 ? 2 : 3;
    }

    private static OfKind sum(OfKind one, OfKind other) {
        if (one.violation() != other.violation()) {
            throw new IllegalArgumentException("one kind is either a violation or not");
        }
        Set<String> by = new TreeSet<>(one.by());
        by.addAll(other.by());
        return new OfKind(
                one.violation(),
                one.named() + other.named(),
                one.attached() + other.attached(),
                one.noted() + other.noted(),
                one.missed() + other.missed(),
                by);
    }

    private static OfRule sum(OfRule one, OfRule other) {
        Alerts a = one.alerts();
        Alerts b = other.alerts();
        return new OfRule(
                one.planted() + other.planted(),
                one.found() + other.found(),
                new Alerts(
                        a.raised() + b.raised(),
                        a.right() + b.right(),
                        a.open() + b.open(),
                        a.openRight() + b.openRight()));
    }

    /** The alerts that may name an entry, and its findings, without looking through all of them. */
    private record Index(
            Map<String, List<Alert>> byActor, Map<Long, List<Alert>> byEvidence, Map<Long, List<Finding>> findings) {

        static Index of(Seen seen) {
            var index = new Index(new HashMap<>(), new HashMap<>(), new HashMap<>());
            seen.alerts().forEach(alert -> {
                add(index.byActor, alert.actor(), alert);
                alert.evidence().forEach(entry -> add(index.byEvidence, entry, alert));
            });
            seen.findings().forEach(finding -> add(index.findings, finding.index(), finding));
            return index;
        }

        private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
            map.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
        }

        List<Alert> naming(Entry entry) {
            Map<String, Alert> naming = new TreeMap<>();
            byActor.getOrDefault(entry.actor(), List.of()).stream()
                    .filter(alert -> alert.names(entry))
                    .forEach(alert -> naming.put(alert.id(), alert));
            byEvidence.getOrDefault(entry.index(), List.of()).forEach(alert -> naming.put(alert.id(), alert));
            return List.copyOf(naming.values());
        }

        List<Finding> findings(Entry entry) {
            return findings.getOrDefault(entry.index(), List.of());
        }
    }
}
