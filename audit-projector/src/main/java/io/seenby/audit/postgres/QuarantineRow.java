package io.seenby.audit.postgres;

import java.util.Optional;

/**
 * A record that is no entry.
 *
 * @param tenant whose ledger it stands in, or {@code ~unattributed}
 * @param ledgerIndex in the tenant's tree, or in that of the partition's strangers
 */
public record QuarantineRow(
        int partition,
        long offset,
        String tenant,
        long ledgerIndex,
        String reason,
        Optional<byte[]> value,
        Optional<byte[]> key) {

    /** No tenant can be called so. */
    public static final String UNATTRIBUTED = "~unattributed";
}
