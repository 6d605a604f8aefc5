package io.seenby.bench.verify;

import io.seenby.bench.corpus.ReportLine;
import io.seenby.cli.export.ExportFile;
import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.export.RecordView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record of a real ledger, kept to be repeated.
 *
 * @param value its event id is numbered anew each time it is shown
 * @param numberAt where that number stands; negative if the event has none
 */
record RealEntry(byte[] key, byte[] value, int numberAt) {
    private static final int KEPT_OF_EACH = 5_000;
    private static final byte[] MAC = new byte[37];

    /** The first entries of each tenant, the one that opened its ledger among them, by partition. */
    static Map<Integer, List<RealEntry>> of(Path export) {
        var byPartition = new TreeMap<Integer, List<RealEntry>>();
        try (LedgerSource source = ExportFile.open(export)) {
            for (LedgerSource.Extent partition : source.partitions()) {
                var kept = new ArrayList<RealEntry>();
                var counts = new HashMap<String, Integer>();
                source.records(partition, record -> {
                    var tenant = new String(record.key(), StandardCharsets.UTF_8);
                    if (counts.merge(tenant, 1, Integer::sum) <= KEPT_OF_EACH) {
                        kept.add(of(record));
                    }
                });
                byPartition.put(partition.partition(), kept);
            }
        }
        return byPartition;
    }

    private static RealEntry of(RecordView record) {
        var value = record.value();
        var text = new String(value, StandardCharsets.ISO_8859_1);
        return new RealEntry(record.key(), value, ReportLine.numberIn(text).orElse(-1));
    }

    RecordView shownAt(long offset, RecordView view) {
        if (numberAt >= 0) {
            ReportLine.stamp(value, numberAt, offset);
        }
        return view.at(offset).key(key, 0, key.length).mac(MAC, 0, MAC.length).value(value, 0, value.length);
    }
}
