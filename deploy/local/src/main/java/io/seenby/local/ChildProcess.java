package io.seenby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * One run of one operating system process: output to a log file, no input, ended with this JVM. Children that still
 * run when this JVM ends are stopped youngest first, so the services go before what they stand on.
 */
final class ChildProcess {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final ConcurrentLinkedDeque<ChildProcess> RUNNING = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildProcess::stopAll, "stop-children"));
    }

    private static volatile boolean ending;

    private final String name;
    private final Path log;
    private final String stopSignal;
    private final Process process;

    private ChildProcess(String name, Path log, String stopSignal, Process process) {
        this.name = name;
        this.log = log;
        this.stopSignal = stopSignal;
        this.process = process;
    }

    /** What to run. The stop signal is a name as {@code kill -s} takes it: PostgreSQL's quick stop is INT, not TERM. */
    record Command(List<String> words, Map<String, String> environment, Path directory, String stopSignal) {
        Command(List<String> words, Path directory) {
            this(words, Map.of(), directory, "TERM");
        }
    }

    static ChildProcess start(String name, Command command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(command.directory());
            var builder = new ProcessBuilder(OwnSession.around(command.words()))
                    .directory(command.directory().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            var child = new ChildProcess(name, log, command.stopSignal(), builder.start());
            RUNNING.addFirst(child);
            child.process.onExit().thenRun(() -> RUNNING.remove(child));
            if (ending) {
                child.kill();
                throw new StartFailed(name + " wasn't started, because everything is being stopped.");
            }
            return child;
        } catch (IOException cannotRun) {
            throw new StartFailed("%s cannot be run: %s.".formatted(name, cannotRun.getMessage()), cannotRun);
        }
    }

    /** Another thread may be about to start one more child, hence the flag first. */
    private static void stopAll() {
        ending = true;
        RUNNING.forEach(ChildProcess::stop);
    }

    /** Something that may be asked again and again whether the process answers; any exception means not yet. */
    @FunctionalInterface
    interface Probe {
        boolean answers() throws Exception;
    }

    /** Waits until the probe says yes. If it doesn't, the process is killed and its log quoted. */
    void awaitReady(Duration limit, Probe probe) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!asked(probe)) {
            if (!process.isAlive()) {
                throw StartFailed.quoting(
                        log, "%s ended with exit code %d while it started.".formatted(name, process.exitValue()));
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw StartFailed.quoting(log, "%s didn't answer within %d s.".formatted(name, limit.toSeconds()));
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    private boolean asked(Probe probe) {
        try {
            return probe.answers() && process.isAlive();
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
            throw new StartFailed("%s was interrupted while it started.".formatted(name), interrupted);
        } catch (Exception notYet) {
            return false;
        }
    }

    /** Waits for the process to end by itself. */
    int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw StartFailed.quoting(log, "%s didn't finish within %d s.".formatted(name, limit.toSeconds()));
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
            throw new StartFailed("%s was interrupted.".formatted(name), interrupted);
        }
    }

    void stop() {
        if (process.isAlive()) {
            Signal.send(stopSignal, process.pid());
            if (!Pause.until(GRACE, () -> !process.isAlive())) {
                kill();
            }
        }
    }

    void kill() {
        process.destroyForcibly();
        Pause.until(GRACE, () -> !process.isAlive());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The exit code, once the process has ended; killed by signal N gives 128 + N. */
    int exitCode() {
        return process.exitValue();
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
