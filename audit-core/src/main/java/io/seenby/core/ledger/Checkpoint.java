package io.seenby.core.ledger;

import java.util.List;

/**
 * A tree's size and root, as its log states them (C2SP tlog-checkpoint).
 *
 * @param origin names the log; no line break, no space, no plus
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (!Note.isName(origin) || size < 0) {
            throw new IllegalArgumentException("no checkpoint has this origin and size");
        }
    }

    /** Three lines, each ended: what is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Lines after the third are let pass, as the specification wants it. Throws {@link IllegalArgumentException} if the text
     * is not that of a checkpoint.
     */
    public static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean wellFormed = lines.size() >= 4
                && lines.get(lines.size() - 1).isEmpty()
                && lines.subList(0, lines.size() - 1).stream().noneMatch(String::isEmpty);
        if (!wellFormed) {
            throw new IllegalArgumentException("a checkpoint has three lines: origin, size, root");
        }
        return new Checkpoint(lines.get(0), Decimal.parse(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }
}
