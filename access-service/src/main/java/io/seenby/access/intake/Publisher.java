package io.seenby.access.intake;

import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;

/** Who reports, into whose ledger. Both come from the token, never from a body. */
public record Publisher(TenantId tenant, PublisherId id) {}
