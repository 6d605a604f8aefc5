package io.seenby.cli.witness;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Decimal;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.Note;
import java.util.List;

/**
 * What a log asks of its witness.
 *
 * @param oldSize what the witness cosigned last, as the log believes
 * @param proof that the log grew from there
 */
record AddCheckpoint(long oldSize, List<Hash> proof, Note note, Checkpoint checkpoint) {

    private static final String OLD = "old ";
    private static final String END = "\n\n";
    private static final int LONGEST_PROOF = 63;

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** {@code old N}, lines of base64, an empty line, a note. Throws {@link IllegalArgumentException} if it is not so. */
    static AddCheckpoint parse(String body) {
        int end = body.indexOf(END);
        if (end < 0) {
            throw new IllegalArgumentException("an empty line stands before the checkpoint");
        }
        List<String> lines = List.of(body.substring(0, end).split("\n", -1));
        if (!lines.get(0).startsWith(OLD) || lines.size() > 1 + LONGEST_PROOF) {
            throw new IllegalArgumentException("a request says the old size and has a proof of at most 63 hashes");
        }
        Note note = Note.parse(body.substring(end + END.length()));
        return new AddCheckpoint(
                Decimal.parse(lines.get(0).substring(OLD.length())),
                lines.stream().skip(1).map(Hash::ofBase64).toList(),
                note,
                Checkpoint.parse(note.text()));
    }
}
