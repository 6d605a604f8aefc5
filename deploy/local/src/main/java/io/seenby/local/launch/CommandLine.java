package io.seenby.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The words a process was started with, in one line. */
final class CommandLine {
    private CommandLine() {}

    static String of(ProcessHandle process) {
        try {
            // Java's own answer leaves out the arguments of long command lines.
            var words = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(words, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException noProcFileSystem) {
            return process.info().commandLine().orElse("");
        }
    }
}
