package io.seenby.audit.pipeline;

import io.seenby.audit.pipeline.Examined.Later;
import io.seenby.audit.pipeline.Examined.Readable;
import io.seenby.audit.pipeline.Examined.Unreadable;
import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.events.LedgerEvent;
import io.seenby.events.LedgerKeyId;
import io.seenby.events.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The ledger keys of a partition while a batch is placed: each record is judged by the keys that are accepted at its
 * offset, whatever else the key file holds.
 */
final class PartitionKeys {

    private final int partition;
    private final LedgerMac file;
    private final List<AcceptedKeys.Term> stored;
    private AcceptedKeys keys;

    /**
     * @param stored nothing at the beginning of a partition, where the file's first key is accepted
     * @throws MissingLedgerKey if the file lacks a key that is accepted
     */
    PartitionKeys(int partition, LedgerMac file, List<AcceptedKeys.Term> stored) {
        this.partition = partition;
        this.file = file;
        this.stored = stored;
        this.keys = stored.isEmpty() ? AcceptedKeys.beginning(file.first()) : AcceptedKeys.of(stored);
        requireHeld(keys.accepted());
    }

    /** The same, unless the key that it names is not accepted here and now. */
    Examined judge(Examined examined) {
        return switch (examined) {
            case Readable readable -> judge(readable, Optional.of(readable.provenBy()));
            case Later later -> judge(later, Optional.of(later.provenBy()));
            case Unreadable unreadable -> judge(unreadable, unreadable.claims());
        };
    }

    private Examined judge(Examined examined, Optional<LedgerKeyId> key) {
        return key.flatMap(this::objection)
                .<Examined>map(reason -> new Unreadable(examined.record(), examined.leaf(), reason, key))
                .orElse(examined);
    }

    private Optional<String> objection(LedgerKeyId key) {
        return switch (keys.standing(key)) {
            case ACCEPTED -> Optional.empty();
            case RETIRED -> Optional.of(Reasons.RETIRED_KEY);
            case UNKNOWN -> Optional.of(Reasons.UNKNOWN_KEY);
        };
    }

    /**
     * Takes note of an entry that is proven and placed: from the next record on, what it rotates counts.
     *
     * @throws MissingLedgerKey if it accepts a key that the file lacks: all that follows could not be proven
     */
    void placed(Readable readable) {
        if (readable.entry().event() instanceof LedgerEvent.LedgerKeyRotated rotated
                && rotated.partition() == partition
                && readable.entry().tenant().equals(TenantId.ofLedger(partition))) {
            AcceptedKeys after = keys.after(rotated, readable.record().offset());
            requireHeld(after.newSince(keys));
            keys = after;
        }
    }

    private void requireHeld(List<LedgerKeyId> accepted) {
        accepted.stream().filter(key -> !file.holds(key)).findFirst().ifPresent(missing -> {
            throw new MissingLedgerKey(partition, missing);
        });
    }

    /** What is not stored like this yet. */
    List<AcceptedKeys.Term> changes() {
        List<AcceptedKeys.Term> changed = new ArrayList<>(keys.terms());
        changed.removeAll(new HashSet<>(stored));
        return changed;
    }
}
