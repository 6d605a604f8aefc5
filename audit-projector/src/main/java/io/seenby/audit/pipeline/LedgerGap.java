package io.seenby.audit.pipeline;

/** The ledger does not go on where it ended. Nothing may be projected past this: a record would be lost quietly. */
public final class LedgerGap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerGap(int partition, long expected, long found) {
        super("partition %d of the ledger goes on at offset %d where %d was expected"
                .formatted(partition, found, expected));
    }
}
