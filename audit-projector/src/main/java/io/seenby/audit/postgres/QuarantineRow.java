package io.seenby.audit.postgres;

import java.util.Optional;

/**
 * A record that is no entry.
 *
 * @param tenant whose ledger it stands in, or {@code ~unattributed}
 * @param ledgerIndex empty for a record of no tenant
 */
public record QuarantineRow(
        int partition,
        long offset,
        String tenant,
        Optional<Long> ledgerIndex,
        String reason,
        Optional<byte[]> value,
        Optional<byte[]> key) {

    /** No tenant can be called so. */
    public static final String UNATTRIBUTED = "~unattributed";
}
