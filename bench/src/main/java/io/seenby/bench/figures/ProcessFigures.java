package io.seenby.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What Linux tells about a running process. Elsewhere, and for a process that is gone, asking fails.
 *
 * @param peakRss the most memory it ever held, in bytes ({@code VmHWM})
 * @param processorTime user and system time so far, of all its threads
 */
public record ProcessFigures(long peakRss, Duration processorTime) {
    /** {@code USER_HZ}, which the kernel fixes at 100 for everything it shows to programs. */
    private static final long TICKS_PER_SECOND = 100;

    public static ProcessFigures of(long pid) {
        try {
            Path process = Path.of("/proc", Long.toString(pid));
            return read(Files.readString(process.resolve("status")), Files.readString(process.resolve("stat")));
        } catch (IOException gone) {
            throw new UncheckedIOException("nothing is known about process " + pid, gone);
        }
    }

    static ProcessFigures read(String status, String stat) {
        long kibibytes = status.lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no VmHWM in the status of the process"));
        // The second field is the command in brackets and may hold spaces; what follows it is regular.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new ProcessFigures(kibibytes * 1024, Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND));
    }

    /** The peak as people read it. */
    public String peakMiB() {
        return peakRss / (1024 * 1024) + " MiB";
    }
}
