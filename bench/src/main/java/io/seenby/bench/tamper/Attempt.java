package io.seenby.bench.tamper;

import java.util.List;

/**
 * Something that somebody does to the ledger.
 *
 * @param how what it takes, and what is done
 * @param given what the auditor has besides the ledger and pinned keys
 */
record Attempt(String name, String how, List<Given> given, Deed deed) {

    /** What an auditor may have. */
    enum Given {
        /** The address of the witness. */
        WITNESS,
        /** Receipts of some entries. */
        RECEIPTS,
        /** A checkpoint that was kept from earlier. */
        KEPT
    }

    /** Changes the copy. */
    interface Deed {
        void on(LedgerCopy ledger, Place place);
    }

    static Attempt on(String name, String how, Deed deed) {
        return new Attempt(name, how, List.of(), deed);
    }

    Attempt with(Given... given) {
        return new Attempt(name, how, List.of(given), deed);
    }
}
