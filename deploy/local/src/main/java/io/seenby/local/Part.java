package io.seenby.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What the parts have in common: one run at a time, started many times in the part's life. */
abstract sealed class Part implements LocalProcess
        permits KafkaBroker,
                PostgresServer,
                IdentityServer,
                KeycloakServer,
                ServiceProcess,
                WitnessProcess,
                DemoProcess {
    private final String name;
    private final int port;
    private final Path log;
    private Optional<ChildProcess> lastRun = Optional.empty();

    Part(String name, int port, Path log) {
        this.name = name;
        this.port = port;
        this.log = log;
    }

    /** Begins a run. The caller then waits until it answers. */
    final synchronized ChildProcess run(ChildProcess.Command command) {
        if (isRunning()) {
            throw new IllegalStateException(name + " runs already, as process " + pid() + ".");
        }
        var child = ChildProcess.start(name, command, log);
        lastRun = Optional.of(child);
        return child;
    }

    @Override
    public final void stop() {
        lastRun().ifPresent(ChildProcess::stop);
    }

    @Override
    public final void kill() {
        lastRun().ifPresent(ChildProcess::kill);
    }

    @Override
    public final boolean isRunning() {
        return lastRun().filter(ChildProcess::isAlive).isPresent();
    }

    @Override
    public final long pid() {
        return lastRun()
                .orElseThrow(() -> new IllegalStateException(name + " was never started."))
                .pid();
    }

    @Override
    public final OptionalInt exitCode() {
        return lastRun()
                .filter(run -> !run.isAlive())
                .map(run -> OptionalInt.of(run.exitCode()))
                .orElseGet(OptionalInt::empty);
    }

    private synchronized Optional<ChildProcess> lastRun() {
        return lastRun;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final Path log() {
        return log;
    }
}
