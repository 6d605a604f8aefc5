package io.seenby.audit.pipeline;

/**
 * A proven entry is of a type that only a later version of this program knows. Quarantined it would be no row although it
 * was acknowledged, and a row after a rebuild by that version; so nothing is projected until that version runs.
 */
public final class WrittenByLaterVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrittenByLaterVersion(Examined.Later entry) {
        super(
                "partition %d of the ledger has an entry of type %s at offset %d, which this version does not know: start the one that wrote it"
                        .formatted(
                                entry.record().partition(),
                                entry.type(),
                                entry.record().offset()));
    }
}
