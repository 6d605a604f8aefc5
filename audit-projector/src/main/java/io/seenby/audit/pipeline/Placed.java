package io.seenby.audit.pipeline;

import io.seenby.audit.postgres.QuarantineRow;
import io.seenby.core.detection.Indexed;

/** A record in the tenant's ledger it belongs to, if it belongs to any. */
sealed interface Placed {

    /** An entry at its place; whether its identity is new is not known yet. */
    record Decoded(Examined.Readable readable, Indexed indexed) implements Placed {}

    /** No entry; it may still have taken a place in a tenant's ledger. */
    record Refused(QuarantineRow row) implements Placed {}
}
