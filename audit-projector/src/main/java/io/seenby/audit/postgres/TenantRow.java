package io.seenby.audit.postgres;

import io.seenby.core.ledger.Frontier;
import io.seenby.events.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a tenant stands.
 *
 * @param tree of all its records; its size is the ledger index of the next one
 * @param coreTime running maximum of {@code recordedAt}
 * @param alertOrdinal of the latest alert revision; 0 if none
 * @param forgeryDay core day of the latest alert about a forged record
 */
public record TenantRow(
        TenantId tenant,
        int partition,
        Frontier tree,
        Instant coreTime,
        long alertOrdinal,
        Optional<Instant> forgeryDay) {

    public long nextIndex() {
        return tree.size();
    }
}
