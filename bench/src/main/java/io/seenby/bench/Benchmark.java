package io.seenby.bench;

import java.util.List;

/** One measurement that can be asked for by name. */
public interface Benchmark {
    /** As typed on the command line. */
    String name();

    /** One sentence: what is measured against what. */
    String about();

    /** What can be chosen, with defaults. */
    List<Option> options();

    /**
     * Measures with a stack of its own and leaves nothing behind.
     *
     * @throws NotMeasured if no honest figure came out
     */
    Report run(Options chosen, Progress progress) throws Exception;
}
