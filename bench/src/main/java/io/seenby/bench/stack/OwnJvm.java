package io.seenby.bench.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program of our class path in a JVM of its own, as long as it is needed; its output is read line by line. */
public final class OwnJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Thread onExit;

    private OwnJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.onExit = new Thread(process::destroyForcibly, "end-own-jvm");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Starts the program; what it prints on standard error goes to the log. */
    public static OwnJvm start(List<String> flags, String mainClass, List<String> arguments, Path log)
            throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        words.addAll(arguments);
        return new OwnJvm(new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** The next line that it prints; empty when it has ended. */
    public Optional<String> nextLine() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Of a program that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(onExit);
    }
}
