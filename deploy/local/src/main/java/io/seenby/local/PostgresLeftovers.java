package io.seenby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a killed PostgreSQL leaves behind: backends that still hold its shared memory, and a lock file whose process id
 * may belong to something else by now. Both would keep the next start from happening.
 */
final class PostgresLeftovers {
    private static final Path PROCESSES = Path.of("/proc");

    private PostgresLeftovers() {}

    /** Ends every process that works in the data directory and removes the lock file. */
    static void clear(Path data) {
        if (!Files.isDirectory(data)) {
            return;
        }
        try {
            Path real = data.toRealPath();
            Pause.until(Duration.ofSeconds(10), () -> killAllIn(real));
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** PostgreSQL's processes, and only they, have the data directory as their working directory. */
    private static boolean killAllIn(Path data) {
        if (!Files.isDirectory(PROCESSES)) {
            return true;
        }
        var found = ProcessHandle.allProcesses()
                .filter(process -> worksIn(data, process.pid()))
                .toList();
        found.forEach(ProcessHandle::destroyForcibly);
        return found.isEmpty();
    }

    private static boolean worksIn(Path data, long pid) {
        try {
            return Files.readSymbolicLink(PROCESSES.resolve(Long.toString(pid)).resolve("cwd"))
                    .equals(data);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
