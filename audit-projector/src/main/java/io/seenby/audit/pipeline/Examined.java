package io.seenby.audit.pipeline;

import io.seenby.core.ledger.Hash;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerKeyId;
import java.util.Optional;

/** What a record turned out to be, by itself: without looking at anything stored. */
sealed interface Examined {

    LedgerRecord record();

    /** Of its value, in whatever tree it is going to stand; of nothing if it has none. */
    Hash leaf();

    /** Decoded, and proven by a key of the file; whether that key is accepted at its offset is not known yet. */
    record Readable(
            LedgerRecord record, Hash leaf, byte[] value, LedgerEntry entry, Identity identity, LedgerKeyId provenBy)
            implements Examined {}

    /** Proven likewise, and of a type that only a later version of this program knows. */
    record Later(LedgerRecord record, Hash leaf, String type, LedgerKeyId provenBy) implements Examined {}

    /**
     * No entry, for this reason; the reason quotes nothing of the record.
     *
     * @param claims the key that its MAC names, if it came to that
     */
    record Unreadable(LedgerRecord record, Hash leaf, String reason, Optional<LedgerKeyId> claims)
            implements Examined {}
}
