package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.core.detection.Indexed;
import io.seenby.core.detection.Unproven;
import java.util.Optional;

/** A record in the tenant's ledger it belongs to, if it belongs to any. */
sealed interface Placed {

    /** An entry at its place; whether its identity is new is not known yet. */
    record Decoded(Examined.Readable readable, Indexed indexed) implements Placed {}

    /**
     * No entry; it may still have taken a place in a tenant's ledger.
     *
     * @param forged if it is in a tenant's ledger and nobody with an accepted key has written it
     */
    record Refused(QuarantineRow row, Optional<Unproven> forged) implements Placed {}
}
