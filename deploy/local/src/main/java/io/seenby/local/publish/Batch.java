package io.seenby.local.publish;

import java.util.List;
import java.util.stream.Collectors;

/** Lines that are sent together. */
record Batch(List<Line> lines) {
    /** One event, and where it stood in the input, counted from 1. */
    record Line(long number, String text) {}

    String body() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
