package io.seenby.local;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A part of the local stack that runs as an operating system process of its own. It ends with the JVM that started
 * it. Its data outlives it: {@link #start} after {@link #stop} or {@link #kill} continues on the same data and port.
 */
public interface LocalProcess extends AutoCloseable {
    /** The part's name, as people read it: {@code kafka}, {@code postgres}, {@code identity}, … */
    String name();

    /**
     * Starts the process and returns when it answers.
     *
     * @throws StartFailed if it ends or doesn't answer in time; the message quotes the end of its log
     */
    void start();

    /** Ends the process in good order, by force if it takes too long. Does nothing if it isn't running. */
    void stop();

    /** Ends the process with SIGKILL, as a crash would, and returns when it is gone. */
    void kill();

    /** True from {@link #start} until the process ends, for whatever reason. */
    boolean isRunning();

    /** How the last run ended: its exit code, 128 + N when signal N ended it; empty while it runs. */
    OptionalInt exitCode();

    /**
     * The id of the process that was started last.
     *
     * @throws IllegalStateException if it was never started
     */
    long pid();

    /** The TCP port on 127.0.0.1 where the part answers; 0 if it only calls others. */
    int port();

    /** Where everything the process prints is appended. */
    Path log();

    @Override
    default void close() {
        stop();
    }
}
