package io.seenby.bench.tamper;

import io.seenby.bench.figures.Table;
import java.util.ArrayList;
import java.util.List;

/** What was tried, what was expected, and what came of it. */
public final class Verdicts {

    private final Table noticed = new Table(List.of("tried", "places", "noticed", "by", "what it is"));
    private final Table unnoticed = new Table(List.of("limit", "places", "noticed", "exposed", ""));
    private final List<String> wrong = new ArrayList<>();
    private int clean;
    private int kinds;

    /** @param by exit codes or the sentence of an alert; an empty one means that nobody noticed */
    void mustBeNoticed(String name, List<String> by, String what) {
        kinds++;
        long count = by.stream().filter(each -> !each.isEmpty()).count();
        String how = String.join(", ", by.stream().distinct().toList());
        noticed.row(List.of(name, Integer.toString(by.size()), Long.toString(count), how, what));
        if (count != by.size()) {
            wrong.add("not noticed everywhere: " + name);
        }
    }

    void cannotBeNoticed(String name, List<String> by, String exposed) {
        long count = by.stream().filter(each -> !each.isEmpty()).count();
        unnoticed.row(List.of(name, Integer.toString(by.size()), Long.toString(count), exposed, ""));
        if (count != 0) {
            wrong.add("noticed, though it is listed as a limit: " + name);
        }
    }

    void cleanRun(String name, int exitCode) {
        clean++;
        if (exitCode != 0) {
            wrong.add("false alarm, exit code " + exitCode + ": " + name);
        }
    }

    /** Everything is as this program says it is. */
    public boolean asPromised() {
        return wrong.isEmpty();
    }

    /** What is not, one sentence each. */
    public List<String> wrong() {
        return wrong;
    }

    public int kinds() {
        return kinds;
    }

    @Override
    public String toString() {
        return "noticed (numbers are exit codes of verify)\n" + noticed + "\nnot noticed, and how long one is exposed\n"
                + unnoticed + "\n" + clean + " clean runs, "
                + wrong.stream().filter(each -> each.startsWith("false")).count() + " false alarms; " + kinds
                + " kinds of tampering.\n" + String.join("\n", wrong) + (wrong.isEmpty() ? "" : "\n");
    }
}
