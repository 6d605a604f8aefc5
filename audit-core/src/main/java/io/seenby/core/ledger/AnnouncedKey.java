package io.seenby.core.ledger;

import io.seenby.events.LedgerEvent.CheckpointKeyRotated;
import io.seenby.events.TenantId;
import java.util.Optional;

/** Which key an entry announces for the checkpoints of its partition's trees. */
public final class AnnouncedKey {

    private static final String ORIGIN = "seenby/";

    private AnnouncedKey() {}

    /** What an announced key is called: the tree of the partition's own ledger, in which the entry stands. */
    public static String nameIn(int partition) {
        return ORIGIN + TenantId.ofLedger(partition);
    }

    /** Empty if it is a witness' key, one of another name, or none: then nothing is announced. */
    public static Optional<VerifierKey> of(CheckpointKeyRotated rotated) {
        return in(rotated.partition(), rotated.key().value());
    }

    /** The same of a key's text, before there is an entry. */
    public static Optional<VerifierKey> in(int partition, String text) {
        try {
            return Optional.of(VerifierKey.parse(text))
                    .filter(key -> key.kind() == KeyKind.LOG && key.name().equals(nameIn(partition)));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }
}
