package io.seenby.audit.postgres;

import io.seenby.core.detection.Change;
import io.seenby.events.TenantId;
import java.util.Collection;

/**
 * What the rules changed for one tenant in a batch, at most one change per key.
 *
 * @param firstIndex ledger index of the tenant's first record in the batch: rows that an entry from here on has made
 *     known are new, older ones are stored already
 */
public record TenantChanges(TenantId tenant, long firstIndex, Collection<Change> changes) {}
