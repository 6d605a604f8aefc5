package io.seenby.bench.corpus;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Reports as one NDJSON body that can be sent again and again: each time every report gets a new event id, by writing
 * over digits. That costs the sender next to nothing, as replaying a file costs Kafka's own tool.
 */
public final class Batch {
    private final byte[] body;
    private final int[] numbersAt;

    private Batch(byte[] body, int[] numbersAt) {
        this.body = body;
        this.numbersAt = numbersAt;
    }

    public static Batch of(List<ReportLine> lines) {
        var body =
                new byte[lines.stream().mapToInt(line -> line.json().length + 1).sum()];
        var numbersAt = new int[lines.size()];
        int at = 0;
        for (int i = 0; i < numbersAt.length; i++) {
            byte[] json = lines.get(i).json();
            System.arraycopy(json, 0, body, at, json.length);
            numbersAt[i] = at + lines.get(i).numberAt();
            at += json.length;
            body[at++] = '\n';
        }
        return new Batch(body, numbersAt);
    }

    /** How many reports it holds. */
    public int size() {
        return numbersAt.length;
    }

    /** The body with event ids numbered from {@code first}; it is valid until this is called again. */
    public ByteBuffer numberedFrom(long first) {
        for (int i = 0; i < numbersAt.length; i++) {
            ReportLine.stamp(body, numbersAt[i], first + i);
        }
        return ByteBuffer.wrap(body);
    }

    /** The body as it is. */
    public byte[] bytes() {
        return body;
    }
}
