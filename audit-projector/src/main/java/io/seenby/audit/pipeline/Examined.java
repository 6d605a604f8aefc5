package io.seenby.audit.pipeline;

import io.seenby.core.ledger.Hash;
import io.seenby.events.LedgerEntry;

/** What a record turned out to be, by itself: without looking at anything stored. */
sealed interface Examined {

    LedgerRecord record();

    /** Of its value, in whatever tree it is going to stand; of nothing if it has none. */
    Hash leaf();

    /** Proven and decoded. */
    record Readable(LedgerRecord record, Hash leaf, byte[] value, LedgerEntry entry, Identity identity)
            implements Examined {}

    /** No entry, for this reason; the reason quotes nothing of the record. */
    record Unreadable(LedgerRecord record, Hash leaf, String reason) implements Examined {}
}
