package io.seenby.core.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A leaf's place in a signed tree, in one text that can be stored and checked offline (C2SP tlog-proof, version 1).
 *
 * @param extra bytes for the reader, proven by nothing here
 * @param path from the leaf's sibling up
 */
public record ProofText(Optional<byte[]> extra, long index, List<Hash> path, Note checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    public ProofText {
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("no tree has such a path");
        }
        path = List.copyOf(path);
    }

    public String format() {
        StringBuilder text = new StringBuilder(1_024);
        appendHead(text, "\n");
        return text.append(checkpoint.format()).toString();
    }

    /**
     * All that stands before the checkpoint, which many proofs may share.
     *
     * @param lineBreak as the text that it becomes a part of writes one
     */
    public void appendHead(StringBuilder text, String lineBreak) {
        text.append(HEADER).append(lineBreak);
        extra.ifPresent(bytes -> text.append(EXTRA)
                .append(Base64.getEncoder().encodeToString(bytes))
                .append(lineBreak));
        text.append(INDEX).append(index).append(lineBreak);
        path.forEach(hash -> text.append(hash.base64()).append(lineBreak));
        text.append(lineBreak);
    }

    /** Throws {@link IllegalArgumentException} if it is no such text. */
    public static ProofText parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("a proof ends with an empty line and a checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(HEADER)) {
            throw new IllegalArgumentException("a proof begins with " + HEADER);
        }
        Optional<byte[]> extra = lines.isEmpty() || !lines.get(0).startsWith(EXTRA)
                ? Optional.empty()
                : Optional.of(CanonicalBase64.decode(lines.remove(0).substring(EXTRA.length())));
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw new IllegalArgumentException("a proof names the index of its leaf");
        }
        long index = Decimal.parse(lines.remove(0).substring(INDEX.length()));
        return new ProofText(
                extra, index, lines.stream().map(Hash::ofBase64).toList(), Note.parse(text.substring(end + 2)));
    }

    /** What the note states, if the leaf is in its tree; whether anybody signed it is for the note to say. */
    public Optional<Checkpoint> proves(Hash leaf) {
        Checkpoint stated = Checkpoint.parse(checkpoint.text());
        return Inclusion.verify(index, stated.size(), leaf, path, stated.root())
                ? Optional.of(stated)
                : Optional.empty();
    }
}
