package io.seenby.audit.pipeline;

import io.seenby.events.LedgerEntry;

/** What a record turned out to be, by itself: without looking at anything stored. */
sealed interface Examined {

    LedgerRecord record();

    /** Proven and decoded. */
    record Readable(LedgerRecord record, byte[] value, LedgerEntry entry, Identity identity) implements Examined {}

    /** No entry, for this reason; the reason quotes nothing of the record. */
    record Unreadable(LedgerRecord record, String reason) implements Examined {}
}
