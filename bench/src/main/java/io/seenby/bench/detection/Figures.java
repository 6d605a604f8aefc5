package io.seenby.bench.detection;

import io.seenby.bench.Report;
import io.seenby.bench.figures.Table;
import java.util.List;
import java.util.Locale;

/** What was found, as tables for people. */
final class Figures {
    private Figures() {}

    static List<Report.Section> of(Scores scores, Baselines.Result baselines) {
        return List.of(
                new Report.Section(
                        "each way on the same reports; found: violations that an alert names", ways(scores, baselines)),
                new Report.Section(
                        "each rule; right: alerts that name a violation, of whatever kind; recall: of the kind of its name,"
                                + " by its alert or by another's while it has a finding",
                        rules(scores)),
                new Report.Section(
                        "each kind of violation, in accesses; attached: an alert's finding, which the alert does not"
                                + " name; noted: a finding that nobody is shown",
                        kinds(scores, true)),
                new Report.Section("what is right and looks wrong, in accesses, likewise", kinds(scores, false)));
    }

    private static Table ways(Scores scores, Baselines.Result baselines) {
        var table = new Table(
                List.of("way", "violations", "found", "recall", "alerts", "right", "precision", "alerts/accesses"));
        long planted = scores.planted();
        long accesses = baselines.accesses();
        Scores.Alerts all = scores.all();
        way(table, "SeenBy, as raised", planted, scores.found(), all.raised(), all.right(), accesses);
        way(table, "SeenBy, open in the end", planted, scores.found(), all.open(), all.openRight(), accesses);
        way(table, "no direct relationship", planted, baselines.untied(), accesses);
        way(table, "more than %d a day".formatted(baselines.threshold()), planted, baselines.busy(), accesses);
        return table;
    }

    private static void way(Table table, String name, long planted, Baselines.Flagged flagged, long accesses) {
        way(table, name, planted, flagged.found(), flagged.alerts(), flagged.right(), accesses);
    }

    private static void way(
            Table table, String name, long planted, long found, long alerts, long right, long accesses) {
        table.row(List.of(
                name,
                Long.toString(planted),
                Long.toString(found),
                percent(found, planted, 1),
                Long.toString(alerts),
                Long.toString(right),
                percent(right, alerts, 1),
                percent(alerts, accesses, 3)));
    }

    private static Table rules(Scores scores) {
        var table = new Table(List.of(
                "rule", "violations", "found", "recall", "alerts", "right", "precision", "open", "right", "precision"));
        scores.rules()
                .forEach((name, rule) -> table.row(List.of(
                        name,
                        Long.toString(rule.planted()),
                        Long.toString(rule.found()),
                        percent(rule.found(), rule.planted(), 1),
                        Long.toString(rule.alerts().raised()),
                        Long.toString(rule.alerts().right()),
                        percent(rule.alerts().right(), rule.alerts().raised(), 1),
                        Long.toString(rule.alerts().open()),
                        Long.toString(rule.alerts().openRight()),
                        percent(rule.alerts().openRight(), rule.alerts().open(), 1))));
        return table;
    }

    private static Table kinds(Scores scores, boolean violations) {
        var table = new Table(List.of("kind", "accesses", "named", "attached", "noted", "nothing", "named by"));
        scores.kinds().forEach((name, kind) -> {
            if (kind.violation() == violations) {
                table.row(List.of(
                        name,
                        Long.toString(kind.planted()),
                        Long.toString(kind.named()),
                        Long.toString(kind.attached()),
                        Long.toString(kind.noted()),
                        Long.toString(kind.missed()),
                        kind.by().isEmpty() ? "-" : String.join(" ", kind.by())));
            }
        });
        return table;
    }

    static String percent(long part, long whole, int digits) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%." + digits + "f %%", 100.0 * part / whole);
    }
}
