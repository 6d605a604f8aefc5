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
 * @param mostHeapMiB what any full collection left; they are asked for all the time, since a young one leaves garbage
 * @param seconds from the start of the JVM to its end, those collections included
 */
record Footprint(String peakRss, long mostHeapMiB, double seconds) {
    static final List<String> FLAGS = List.of("-Xmx128m", "-XX:+UseSerialGC");
    private static final Pattern COLLECTION = Pattern.compile("Pause Full .* \\d+M->(\\d+)M\\(");
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

    private static String peakOf(OwnJvm verifier) throws IOException, InterruptedException {
        var peak = "";
        var collecting = collect(verifier.pid());
        while (verifier.isRunning()) {
            try {
                peak = ProcessFigures.of(verifier.pid()).peakMiB();
            } catch (UncheckedIOException | IllegalStateException endedMeanwhile) {
                // The last look counts.
            }
            if (!collecting.isAlive() && verifier.isRunning()) {
                collecting = collect(verifier.pid());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        collecting.waitFor();
        return peak;
    }

    /** Asks that JVM for a full collection. */
    private static Process collect(long pid) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
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
