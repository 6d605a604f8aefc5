package io.seenby.local.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts the input into batches as it is read; it is never wholly in memory. Empty lines are passed over. */
final class BatchReader {
    private final BufferedReader input;
    private final int size;
    private long number;

    BatchReader(BufferedReader input, int size) {
        this.input = input;
        this.size = size;
    }

    /** The next lines, or an empty batch at the end. */
    Batch next() throws IOException {
        List<Batch.Line> lines = new ArrayList<>(size);
        while (lines.size() < size) {
            var text = input.readLine();
            if (text == null) {
                break;
            }
            number++;
            if (!text.isBlank()) {
                lines.add(new Batch.Line(number, text));
            }
        }
        return new Batch(lines);
    }
}
