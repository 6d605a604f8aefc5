package io.seenby.access.receipt;

import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.WholeTree;

/**
 * A tree of statements and the signature over it, which its receipts share.
 *
 * @param inJson the checkpoint as it stands in a JSON string, written once for all of them
 */
record SignedGroup(WholeTree tree, Note checkpoint, String inJson) {

    /** As a JSON string has it. */
    static final String LINE_BREAK = "\\n";

    static SignedGroup of(WholeTree tree, Note checkpoint) {
        return new SignedGroup(tree, checkpoint, escaped(checkpoint.format()));
    }

    /** Of all that must be escaped, there are line breaks only; the dash is escaped so that text takes one byte a letter. */
    private static String escaped(String text) {
        return text.replace("\u2014", "\\u2014").replace("\n", LINE_BREAK);
    }
}
