package io.seenby.access.ledger;

import io.seenby.events.LedgerKeyId;
import java.time.Instant;

/**
 * A ledger key that a partition knows, or is being told of.
 *
 * @param since when it was noted that the partition is to be told: the record says so, also when it is written twice
 */
public record AnnouncedKey(LedgerKeyId key, State state, Instant since) {

    /** Each is followed by the next one; the first key of a partition begins as accepted. */
    public enum State {
        /** The record that accepts it may be in the ledger. */
        ACCEPTING,
        ACCEPTED,
        /** The record that retires it may be in the ledger. */
        RETIRING,
        RETIRED
    }
}
