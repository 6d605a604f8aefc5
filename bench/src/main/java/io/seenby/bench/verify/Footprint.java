package io.seenby.bench.verify;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.bench.stack.OwnJvm;
import io.seenby.cli.AuditCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The memory of a verification as a process of its own.
 *
 * @param peakRss looked at twenty times a second until the process ended
 * @param mostHeapMiB what any collection left; after a young one that includes what is old and no longer used
 * @param seconds from the start of the JVM to its end
 */
record Footprint(String peakRss, long mostHeapMiB, double seconds) {
    static final List<String> FLAGS = List.of("-Xmx128m", "-XX:+UseSerialGC");
    private static final Pattern COLLECTION = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(");
    private static final long BETWEEN_LOOKS = 50;

    static Footprint of(Path export, Pinned keys) throws IOException, InterruptedException {
        Path collections = Files.createTempFile(export.getParent(), "verify", ".gc");
        var flags = new ArrayList<>(FLAGS);
        flags.add("-Xlog:gc:file=" + collections + "::filecount=0");
        var words = new ArrayList<>(List.of("verify", "--export", export.toString()));
        words.addAll(keys.options());
        long begin = System.nanoTime();
        try (var verifier =
                OwnJvm.start(flags, AuditCli.class.getName(), words, export.resolveSibling("verify-process.log"))) {
            var peak = peakOf(verifier);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (verifier.exitCode() != 0) {
                throw new NotMeasured("the verifier's process ended with " + verifier.exitCode());
            }
            return new Footprint(peak, mostLeft(Files.readString(collections)), seconds);
        }
    }

    private static String peakOf(OwnJvm verifier) throws InterruptedException {
        var peak = "";
        while (verifier.isRunning()) {
            try {
                peak = ProcessFigures.of(verifier.pid()).peakMiB();
            } catch (UncheckedIOException | IllegalStateException endedMeanwhile) {
                // The last look counts.
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return peak;
    }

    static long mostLeft(String log) {
        return COLLECTION
                .matcher(log)
                .results()
                .mapToLong(left -> Long.parseLong(left.group(1)))
                .max()
                .orElse(0);
    }
}
