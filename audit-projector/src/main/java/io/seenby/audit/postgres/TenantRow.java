package io.seenby.audit.postgres;

import io.seenby.events.TenantId;
import java.time.Instant;

/**
 * Where a tenant stands.
 *
 * @param nextIndex ledger index of the tenant's next record
 * @param coreTime running maximum of {@code recordedAt}
 * @param alertOrdinal of the latest alert revision; 0 if none
 */
public record TenantRow(TenantId tenant, int partition, long nextIndex, Instant coreTime, long alertOrdinal) {}
