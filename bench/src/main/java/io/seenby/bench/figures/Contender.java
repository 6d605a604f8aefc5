package io.seenby.bench.figures;

import java.util.List;

/** One of the two that a {@link Comparison} measures in turns. */
public interface Contender {
    /** The heading of its column. */
    String name();

    /** Headings of what it tells beside its figure. */
    List<String> besideNames();

    /** Run once before the first round; nothing of it counts. */
    void warmUp() throws Exception;

    /** One round. */
    Measured measure(int round) throws Exception;
}
