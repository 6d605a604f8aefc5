package io.seenby.local.publish;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far it is: a bar that moves on a terminal, a line now and then elsewhere. */
final class ProgressBar implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final long totalBytes;
    private final LongSupplier bytesRead;
    private final Tally tally;
    private final Thread painter;

    /** @param totalBytes 0 if nobody knows */
    ProgressBar(PrintStream out, boolean terminal, long totalBytes, LongSupplier bytesRead, Tally tally) {
        this.out = out;
        this.terminal = terminal;
        this.totalBytes = totalBytes;
        this.bytesRead = bytesRead;
        this.tally = tally;
        this.painter = Thread.ofVirtual().start(this::paintAgainAndAgain);
    }

    private void paintAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(terminal ? ON_TERMINAL : ELSEWHERE);
                paint();
            }
        } catch (InterruptedException finished) {
            // The last state is painted by close.
        }
    }

    private void paint() {
        if (terminal) {
            out.print("\r" + bar() + tally.counts() + "\u001b[K");
            out.flush();
        } else {
            out.println(tally.counts());
        }
    }

    private String bar() {
        if (totalBytes <= 0) {
            return "";
        }
        double part = Math.min(1.0, (double) bytesRead.getAsLong() / totalBytes);
        int full = (int) (part * WIDTH);
        return String.format(Locale.ROOT, "[%s%s] %3.0f %%  ", "#".repeat(full), ".".repeat(WIDTH - full), part * 100);
    }

    @Override
    public void close() {
        painter.interrupt();
        if (terminal) {
            paint();
            out.println();
        }
    }
}
