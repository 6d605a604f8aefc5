package io.seenby.audit.pipeline;

import java.util.List;

/**
 * Records of one partition in order, at least one.
 *
 * @param unstorable the schema has refused this record for what it holds: it is quarantined whatever it says. Only a
 *     batch of one record is.
 */
public record Batch(int partition, List<LedgerRecord> records, boolean unstorable) {

    /** Throws {@link LedgerGap} if an offset is missing between the first and the last. */
    public Batch {
        if (records.isEmpty() || (unstorable && records.size() > 1)) {
            throw new IllegalArgumentException("a batch holds records, and an unstorable one a single record");
        }
        long expected = records.get(0).offset();
        for (LedgerRecord record : records) {
            if (record.offset() != expected) {
                throw new LedgerGap(partition, expected, record.offset());
            }
            expected++;
        }
    }

    public static Batch of(List<LedgerRecord> records) {
        return new Batch(records.get(0).partition(), records, false);
    }

    public long firstOffset() {
        return records.get(0).offset();
    }

    /** The offset after the last record. */
    public long endOffset() {
        return records.get(records.size() - 1).offset() + 1;
    }

    Batch firstHalf() {
        return of(records.subList(0, records.size() / 2));
    }

    Batch secondHalf() {
        return of(records.subList(records.size() / 2, records.size()));
    }

    Batch asUnstorable() {
        return new Batch(partition, records, true);
    }
}
