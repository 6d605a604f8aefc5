package io.seenby.audit.postgres;

import io.seenby.core.ledger.AcceptedKeys;
import java.util.List;

/**
 * What one batch makes of the views.
 *
 * @param opened tenants whose first record is in the batch
 * @param moved tenants that were known before, as they stand after the batch
 * @param tiles what the trees of the batch have grown by
 * @param keys of the partition, where they changed
 * @param announced keys that sign checkpoints
 */
public record Additions(
        List<EntryRow> entries,
        List<ConflictRow> conflicts,
        List<QuarantineRow> quarantined,
        List<TenantRow> opened,
        List<TenantRow> moved,
        List<TenantChanges> changes,
        List<TileRow> tiles,
        List<AcceptedKeys.Term> keys,
        List<CheckpointKeyRow> announced) {}
