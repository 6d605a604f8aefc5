package io.seenby.bench.ingest;

import io.seenby.bench.figures.ProcessFigures;

/** Processor time of a process between two looks at it. */
final class Processor {
    private Processor() {}

    static String microsPerEvent(ProcessFigures before, ProcessFigures after, long events) {
        var used = after.processorTime().minus(before.processorTime());
        return "%.1f".formatted(used.toNanos() / 1e3 / events);
    }
}
