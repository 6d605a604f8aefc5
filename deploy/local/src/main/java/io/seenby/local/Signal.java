package io.seenby.local;

import java.io.IOException;

/** Signals by name, through the shell's own {@code kill}: Java itself can only send TERM and KILL. */
public final class Signal {
    private Signal() {}

    /** Sends the signal; a process that is gone already is no error. */
    public static void send(String signal, long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
