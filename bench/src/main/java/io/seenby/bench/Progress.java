package io.seenby.bench;

import java.io.PrintStream;
import java.time.Duration;

/** Lines that tell a waiting person how far the run is; they go to standard error, the report to standard output. */
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        out.printf("%4d s  %s%n", seconds, line);
    }
}
