package io.seenby.bench.figures;

import io.seenby.bench.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Candidate and baseline measured in turns. The order changes from round to round, so that neither always runs after
 * the other; the ratio is taken within a round, because the machine's speed drifts more than that between rounds.
 */
public record Comparison(String unit, Contender candidate, Contender baseline, List<Round> rounds) {

    /** What both gave in one round. */
    public record Round(Measured candidate, Measured baseline) {
        double ratio() {
            return candidate.perSecond() / baseline.perSecond();
        }
    }

    /** Warms both up, then measures {@code count} rounds. */
    public static Comparison run(String unit, Contender candidate, Contender baseline, int count, Progress progress)
            throws Exception {
        progress.say("warm-up: " + candidate.name());
        candidate.warmUp();
        progress.say("warm-up: " + baseline.name());
        baseline.warmUp();
        var rounds = new ArrayList<Round>();
        for (int round = 1; round <= count; round++) {
            boolean baselineFirst = round % 2 == 0;
            Measured early = measured(baselineFirst ? baseline : candidate, round, count, unit, progress);
            Measured late = measured(baselineFirst ? candidate : baseline, round, count, unit, progress);
            rounds.add(baselineFirst ? new Round(late, early) : new Round(early, late));
        }
        return new Comparison(unit, candidate, baseline, List.copyOf(rounds));
    }

    private static Measured measured(Contender contender, int round, int count, String unit, Progress progress)
            throws Exception {
        var measured = contender.measure(round);
        progress.say("round %d of %d: %s %s %s"
                .formatted(round, count, contender.name(), whole(measured.perSecond()), unit));
        return measured;
    }

    /** The median of the per-round ratios of candidate to baseline. */
    public double medianRatio() {
        return median(Round::ratio);
    }

    /** A row per round, then the medians. */
    public Table table() {
        var heading = new ArrayList<>(List.of("round", candidate.name(), baseline.name(), "ratio"));
        heading.addAll(candidate.besideNames());
        baseline.besideNames().forEach(beside -> heading.add(baseline.name() + " " + beside));
        var table = new Table(heading);
        for (int i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            var row = new ArrayList<>(cells(
                    Integer.toString(i + 1),
                    round.candidate().perSecond(),
                    round.baseline().perSecond(),
                    round.ratio()));
            row.addAll(round.candidate().beside());
            row.addAll(round.baseline().beside());
            table.row(row);
        }
        var medians = new ArrayList<>(cells(
                "median",
                median(round -> round.candidate().perSecond()),
                median(round -> round.baseline().perSecond()),
                medianRatio()));
        while (medians.size() < heading.size()) {
            medians.add("");
        }
        return table.row(medians);
    }

    private static List<String> cells(String first, double candidate, double baseline, double ratio) {
        return List.of(first, whole(candidate), whole(baseline), "%.2f".formatted(ratio));
    }

    /** A rate as people read it: no fraction, thousands apart. */
    public static String whole(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private double median(ToDoubleFunction<Round> of) {
        return Stats.median(rounds.stream().mapToDouble(of).toArray());
    }
}
