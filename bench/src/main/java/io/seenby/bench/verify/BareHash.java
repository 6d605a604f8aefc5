package io.seenby.bench.verify;

import io.seenby.bench.figures.Contender;
import io.seenby.bench.figures.Measured;
import io.seenby.cli.export.ExportFile;
import io.seenby.cli.export.LedgerSource;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256 of every value of the same file, read the same way, and nothing else: no tree, no signature, no order. */
final class BareHash implements Contender {
    private final Path export;
    private final double work;
    private final int passes;

    BareHash(Path export, double work, int passes) {
        this.export = export;
        this.work = work;
        this.passes = passes;
    }

    @Override
    public String name() {
        return "sha-256";
    }

    @Override
    public List<String> besideNames() {
        return List.of();
    }

    @Override
    public void warmUp() throws NoSuchAlgorithmException {
        measure(0);
        measure(0);
    }

    @Override
    public Measured measure(int round) throws NoSuchAlgorithmException {
        long begin = System.nanoTime();
        for (int pass = 0; pass < passes; pass++) {
            hash();
        }
        return Measured.of(work * passes / ((System.nanoTime() - begin) / 1e9));
    }

    private void hash() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        var into = new byte[digest.getDigestLength()];
        try (LedgerSource source = ExportFile.open(export)) {
            for (LedgerSource.Extent partition : source.partitions()) {
                source.records(partition, record -> {
                    digest.update(record.valueBytes(), record.valueFrom(), record.hashedLength());
                    finish(digest, into);
                });
            }
        }
    }

    private static void finish(MessageDigest digest, byte[] into) {
        try {
            digest.digest(into, 0, into.length);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
