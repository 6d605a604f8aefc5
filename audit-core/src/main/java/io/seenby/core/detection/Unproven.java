package io.seenby.core.detection;

import io.seenby.events.TenantId;
import java.time.Instant;

/**
 * A record in a tenant's ledger that nobody with an accepted ledger key has written.
 *
 * @param index ledger index; whatever the record says, this is where it stands
 * @param coreTime of the tenant there; the record moves no time
 */
public record Unproven(TenantId tenant, long index, Instant coreTime) {}
