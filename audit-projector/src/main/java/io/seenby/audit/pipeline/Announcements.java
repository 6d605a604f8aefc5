package io.seenby.audit.pipeline;

import io.seenby.audit.pipeline.Examined.Readable;
import io.seenby.audit.postgres.CheckpointKeyRow;
import io.seenby.core.ledger.AnnouncedKey;
import io.seenby.events.LedgerEvent;
import io.seenby.events.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that a partition's own ledger announces for its checkpoints, while a batch is placed. */
final class Announcements {

    private final int partition;
    private final Map<String, CheckpointKeyRow> byKey = new LinkedHashMap<>();

    Announcements(int partition) {
        this.partition = partition;
    }

    /** Takes note of an entry that is proven and placed. */
    void placed(Readable readable) {
        if (readable.entry().event() instanceof LedgerEvent.CheckpointKeyRotated rotated
                && rotated.partition() == partition
                && readable.entry().tenant().equals(TenantId.ofLedger(partition))) {
            AnnouncedKey.of(rotated)
                    .ifPresent(key -> byKey.putIfAbsent(
                            key.publicKey(),
                            new CheckpointKeyRow(
                                    partition,
                                    key.publicKey(),
                                    readable.record().offset())));
        }
    }

    /** One a key. */
    List<CheckpointKeyRow> rows() {
        return List.copyOf(byKey.values());
    }
}
