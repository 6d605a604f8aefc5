package io.seenby.bench.witnessed;

import io.seenby.cli.export.KafkaLedger;
import io.seenby.cli.export.LedgerSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Which leaf of its tenant's tree each entry is; answers to publishers tell offsets only. */
record LeafIndexes(Map<Receipt.Place, Leaf> leaves) {

    /** The entry with that index, counted from 0, in the tenant's tree. */
    record Leaf(String tenant, long index) {}

    /** Counts over the whole log, all of whose records are some tenant's. */
    static LeafIndexes of(String bootstrapServers) {
        var leaves = new HashMap<Receipt.Place, Leaf>();
        try (var ledger = KafkaLedger.at(bootstrapServers)) {
            for (LedgerSource.Extent partition : ledger.partitions()) {
                var sizes = new HashMap<String, Long>();
                ledger.records(partition, record -> {
                    var tenant = new String(record.key(), StandardCharsets.UTF_8);
                    long index = sizes.merge(tenant, 1L, Long::sum) - 1;
                    leaves.put(new Receipt.Place(partition.partition(), record.offset()), new Leaf(tenant, index));
                });
            }
        }
        return new LeafIndexes(leaves);
    }

    Leaf at(Receipt.Place place) {
        var leaf = leaves.get(place);
        if (leaf == null) {
            throw new IllegalStateException("a receipt names " + place + ", where the log has no entry");
        }
        return leaf;
    }
}
