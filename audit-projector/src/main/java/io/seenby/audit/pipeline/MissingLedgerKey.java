package io.seenby.audit.pipeline;

import io.seenby.events.LedgerKeyId;

/**
 * The ledger accepts a key that our key file does not hold. Going on would quarantine good records for ever, so nothing
 * is projected until the file has the key.
 */
public final class MissingLedgerKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingLedgerKey(int partition, LedgerKeyId key) {
        super(
                "partition %d of the ledger accepts key %s, which the ledger key file does not hold: add it and start again"
                        .formatted(partition, key));
    }
}
