package io.seenby.access.tenant;

import io.seenby.access.sealing.TenantKeys;
import io.seenby.events.TenantId;

/** A tenant whose ledger is open: {@code TenantOpened} is in its partition. */
public record Tenant(TenantId id, int partition, TenantKeys keys) {}
