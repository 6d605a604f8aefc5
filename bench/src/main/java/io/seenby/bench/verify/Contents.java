package io.seenby.bench.verify;

import io.seenby.cli.export.ExportFile;
import io.seenby.cli.export.LedgerSource;
import java.nio.file.Path;

/**
 * How much there is to verify.
 *
 * @param bytes of values only, the ones that are hashed
 */
record Contents(long records, long bytes) {

    static Contents of(Path export) {
        long[] sums = new long[2];
        try (LedgerSource source = ExportFile.open(export)) {
            for (LedgerSource.Extent partition : source.partitions()) {
                source.records(partition, record -> {
                    sums[0]++;
                    sums[1] += record.hashedLength();
                });
            }
        }
        return new Contents(sums[0], sums[1]);
    }

    @Override
    public String toString() {
        return "%,d entries with %,d MiB of values, %d bytes on average"
                .formatted(records, bytes >> 20, records == 0 ? 0 : bytes / records);
    }
}
