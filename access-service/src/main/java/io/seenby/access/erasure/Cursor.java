package io.seenby.access.erasure;

import io.seenby.core.ledger.AcceptedKeys;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One partition while it is read: what was read and is not stored yet. Of one thread. */
final class Cursor {

    private final int partition;
    private final ProvenRecords records;
    private final Homes homes;
    private final List<Noted> noted = new ArrayList<>();
    private long stored;
    private long next;
    private AcceptedKeys keys;

    /** Whether a tenant is open in a partition. */
    interface Homes {
        boolean isAtHome(TenantId tenant, int partition);
    }

    Cursor(int partition, Followed from, ProvenRecords records, Homes homes) {
        this.partition = partition;
        this.records = records;
        this.homes = homes;
        this.stored = from.next();
        this.next = from.next();
        this.keys = from.keys();
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        records.entry(record, keys)
                .filter(entry -> homes.isAtHome(entry.tenant(), partition))
                .ifPresent(entry -> take(entry, record.offset()));
        next = record.offset() + 1;
    }

    private void take(LedgerEntry entry, long offset) {
        if (entry.event() instanceof LedgerEvent.LedgerKeyRotated rotated) {
            if (rotated.partition() == partition && entry.tenant().equals(TenantId.ofLedger(partition))) {
                keys = keys.after(rotated, offset);
            }
        } else {
            Noted.of(entry).ifPresent(noted::add);
        }
    }

    int partition() {
        return partition;
    }

    /** Offset up to which everything is in the tables. */
    long stored() {
        return stored;
    }

    boolean hasRead() {
        return next > stored;
    }

    /** What was read says more than that something was released, of which there is much. */
    boolean isUrgent() {
        return noted.stream().anyMatch(each -> !(each instanceof Noted.Disclosed));
    }

    List<Noted> noted() {
        return List.copyOf(noted);
    }

    Followed read() {
        return new Followed(next, keys);
    }

    /** What was read is in the tables. */
    void isStored() {
        stored = next;
        noted.clear();
    }

    /** Another instance has read on: from there. */
    void startOver(Followed from) {
        stored = from.next();
        next = from.next();
        keys = from.keys();
        noted.clear();
    }
}
