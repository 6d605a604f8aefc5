package io.seenby.cli.export;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import picocli.CommandLine;

/** How far it is, on standard error: a bar that moves on a terminal, a line now and then elsewhere. */
public final class Progress implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final DoubleSupplier part;
    private final Thread painter;

    private Progress(PrintStream out, boolean terminal, String what, DoubleSupplier part) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.part = part;
        this.painter = Thread.ofPlatform().daemon().name("progress").start(this::paintAgainAndAgain);
    }

    /** @param part from 0 to 1; asked by another thread */
    public static Progress of(String what, DoubleSupplier part) {
        return new Progress(System.err, CommandLine.Help.Ansi.AUTO.enabled(), what, part);
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
        double now = part.getAsDouble();
        if (terminal) {
            int full = (int) (now * WIDTH);
            out.print(String.format(
                    Locale.ROOT,
                    "\r%s [%s%s] %3.0f %%\u001b[K",
                    what,
                    "#".repeat(full),
                    ".".repeat(WIDTH - full),
                    now * 100));
            out.flush();
        } else {
            out.println(String.format(Locale.ROOT, "%s %3.0f %%", what, now * 100));
        }
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
