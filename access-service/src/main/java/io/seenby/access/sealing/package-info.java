/**
 * Turns a report into the value of a ledger record: text into boxes, ids into keyed refs, and a MAC over the whole.
 *
 * <p>Begin with {@link io.seenby.access.sealing.Sealer}. The keys are a tenant's ({@link
 * io.seenby.access.sealing.TenantKeys}) and each client's own ({@link io.seenby.access.sealing.ClientKeys}), wrapped by
 * the key-encryption key ({@link io.seenby.access.sealing.KeyWrap}) where they are stored.
 */
@NullMarked
package io.seenby.access.sealing;

import org.jspecify.annotations.NullMarked;
