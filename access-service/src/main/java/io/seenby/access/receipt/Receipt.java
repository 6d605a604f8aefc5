package io.seenby.access.receipt;

import io.seenby.core.ledger.ProofText;
import java.util.Optional;

/** One statement's place in a tree that was signed. Its text is made when it is asked for, by whoever sends it. */
public final class Receipt {

    private final byte[] statement;
    private final int index;
    private final SignedGroup group;

    Receipt(byte[] statement, int index, SignedGroup group) {
        this.statement = statement;
        this.index = index;
        this.group = group;
    }

    /** A C2SP tlog-proof whose extra data are the statement. */
    public String text() {
        return proof().format();
    }

    /** The text within the quotes of a JSON string. */
    public void appendTo(StringBuilder json) {
        proof().appendHead(json, SignedGroup.LINE_BREAK);
        json.append(group.inJson());
    }

    private ProofText proof() {
        return new ProofText(Optional.of(statement), index, group.tree().path(index), group.checkpoint());
    }
}
