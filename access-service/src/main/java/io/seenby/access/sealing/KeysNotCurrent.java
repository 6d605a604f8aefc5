package io.seenby.access.sealing;

/** The table of keys may hold some that were destroyed. It passes by itself. */
final class KeysNotCurrent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysNotCurrent() {
        super("not every erasure of the ledger was applied to the table of keys yet", null, false, false);
    }
}
