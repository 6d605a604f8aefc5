package io.seenby.audit.pipeline;

import java.util.Optional;

/** One record of the topic {@code access-ledger} as it stands there; nothing of it is believed yet. */
public record LedgerRecord(
        int partition, long offset, Optional<byte[]> key, Optional<byte[]> value, Optional<byte[]> mac) {}
