package io.seenby.access.receipt;

import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.ProofText;
import io.seenby.core.ledger.WholeTree;
import java.util.Optional;

/** One statement's place in a tree that was signed. Its text is made when it is asked for, by whoever sends it. */
public final class Receipt {

    private final byte[] statement;
    private final int index;
    private final WholeTree tree;
    private final Note checkpoint;

    Receipt(byte[] statement, int index, WholeTree tree, Note checkpoint) {
        this.statement = statement;
        this.index = index;
        this.tree = tree;
        this.checkpoint = checkpoint;
    }

    /** A C2SP tlog-proof whose extra data are the statement. */
    public String text() {
        return new ProofText(Optional.of(statement), index, tree.path(index), checkpoint).format();
    }
}
