package io.seenby.cli.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All findings by kind: every one is counted, of each kind the first few are kept. One thread at a time. */
public final class Findings {

    private static final int KEPT_OF_A_KIND = 20;

    private final Map<Kind, List<Finding>> kept = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    public void add(Kind kind, String sentence) {
        counts.merge(kind, 1L, Long::sum);
        List<Finding> of = kept.computeIfAbsent(kind, first -> new ArrayList<>());
        if (of.size() < KEPT_OF_A_KIND) {
            of.add(new Finding(kind, sentence));
        }
    }

    /** Those that were kept, by kind, each kind in the order in which they were found. */
    public List<Finding> kept() {
        return kept.values().stream().flatMap(List::stream).toList();
    }

    /** Of each kind that was found. */
    public Map<Kind, Long> counts() {
        return counts;
    }

    /** 0 if there are none. */
    public int exitCode() {
        return counts.keySet().stream().mapToInt(Kind::exitCode).min().orElse(0);
    }
}
