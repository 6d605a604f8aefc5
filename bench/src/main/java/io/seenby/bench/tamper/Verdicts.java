package io.seenby.bench.tamper;

import java.util.ArrayList;
import java.util.List;

/** What was tried, what was expected, and what came of it. */
public final class Verdicts {

    private static final String ROW = "  %-46s %6s %8s   %-14s %s%n";

    private final StringBuilder noticed = new StringBuilder();
    private final StringBuilder unnoticed = new StringBuilder();
    private final List<String> wrong = new ArrayList<>();
    private int clean;
    private int kinds;
    private int attempts;

    /** @param by at each place an exit code or another word for what noticed it; empty where nothing did */
    void mustBeNoticed(String name, List<String> by, String what) {
        kinds++;
        attempts += by.size();
        long count = by.stream().filter(each -> !each.isEmpty()).count();
        String how = String.join(", ", by.stream().distinct().sorted().toList());
        noticed.append(ROW.formatted(name, by.size(), count, how, what));
        if (count != by.size()) {
            wrong.add("Not noticed everywhere: " + name + ".");
        }
    }

    void cannotBeNoticed(String name, List<String> by, String exposed) {
        long count = by.stream().filter(each -> !each.isEmpty()).count();
        unnoticed.append(ROW.formatted(name, by.size(), count, "", exposed));
        if (count != 0) {
            wrong.add("Noticed, though it is listed as a limit: " + name + ".");
        }
    }

    void cleanRun(String name, int exitCode) {
        clean++;
        if (exitCode != 0) {
            wrong.add("False alarm, exit code " + exitCode + ": " + name + ".");
        }
    }

    /** Everything is as this program says it is. */
    public boolean asPromised() {
        return wrong.isEmpty();
    }

    /** What is not, one sentence each. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many kinds of tampering must be noticed. */
    public int kinds() {
        return kinds;
    }

    @Override
    public String toString() {
        return "Noticed; a number is the exit code of verify.\n"
                + ROW.formatted("tried", "places", "noticed", "by", "what it is")
                + noticed
                + "\nNot noticed, and for how long that is so.\n"
                + ROW.formatted("limit", "places", "noticed", "", "exposed")
                + unnoticed
                + "\n%d attempts of %d kinds. %d clean runs, %d false alarms.%n"
                        .formatted(
                                attempts,
                                kinds,
                                clean,
                                wrong.stream()
                                        .filter(each -> each.startsWith("False"))
                                        .count())
                + String.join("\n", wrong)
                + (wrong.isEmpty() ? "" : "\n");
    }
}
