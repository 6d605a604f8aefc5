package io.seenby.bench.stack;

import io.seenby.bench.Option;
import io.seenby.bench.Options;
import io.seenby.bench.Progress;
import io.seenby.bench.figures.ProcessFigures;
import io.seenby.local.LocalProcess;
import io.seenby.local.LocalStack;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kafka, PostgreSQL and the identity server for one benchmark, in a directory that is deleted afterwards. */
public final class BenchStack implements AutoCloseable {
    private final Path state;
    private final LocalStack stack;
    private final List<LocalProcess> services = new ArrayList<>();
    private final Thread onExit = new Thread(this::discard, "discard-stack");

    private BenchStack(Path state, LocalStack stack) {
        this.state = state;
        this.stack = stack;
    }

    /** Starts the stack; the services are started on it one by one. */
    public static BenchStack start(Options options, Progress progress) throws IOException {
        int base = options.count(Option.PORT_BASE);
        var ports = base == 0 ? Ports.free() : Ports.from(base);
        ports.requireFree();
        Path state = Files.createTempDirectory("seenby-bench");
        var settings = LocalStack.Settings.forUse(ProjectRoot.find(), state, ports);
        var stack = new BenchStack(state, new LocalStack(settings));
        Runtime.getRuntime().addShutdownHook(stack.onExit);
        progress.say("starting Kafka, PostgreSQL and the identity server");
        stack.stack.start();
        stack.startWitness();
        return stack;
    }

    private void startWitness() {
        var witness = stack.witness();
        witness.start();
        synchronized (services) {
            services.add(witness);
        }
    }

    /** Starts a service; {@code more} is added to the environment that the stack gives it. */
    public ServiceProcess startService(ServiceProcess.Service service, Map<String, String> more) {
        var process = service(service, more);
        process.start();
        return process;
    }

    /** A service that isn't started yet. */
    public ServiceProcess service(ServiceProcess.Service service, Map<String, String> more) {
        var environment = new HashMap<>(stack.environment());
        environment.putAll(more);
        var ports = stack.settings().ports();
        var process = new ServiceProcess(
                stack.settings().root(),
                service,
                state.resolve("data").resolve(service.module()),
                state.resolve("logs").resolve(service.module() + ".log"),
                service == ServiceProcess.Service.ACCESS ? ports.access() : ports.audit(),
                environment);
        synchronized (services) {
            services.add(process);
        }
        return process;
    }

    public LocalStack local() {
        return stack;
    }

    /** A file of the benchmark's own, deleted with the stack. */
    public Path file(String name) {
        return state.resolve(name);
    }

    /** What a person needs to know to compare these figures with others. */
    public List<String> description() throws IOException {
        var runtime = Runtime.getRuntime();
        return List.of(
                "%d processors, Java %s, %s %s"
                        .formatted(
                                runtime.availableProcessors(),
                                Runtime.version(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version")),
                "data on %s, fsync on; one broker with %d MiB of heap, PostgreSQL with %d MiB of shared buffers"
                        .formatted(
                                Files.getFileStore(state).type(),
                                stack.settings().brokerHeapMiB(),
                                stack.settings().sharedBuffersMiB()),
                "broker's peak RSS %s; load generator's %s"
                        .formatted(
                                ProcessFigures.of(stack.kafka().pid()).peakMiB(),
                                ProcessFigures.of(ProcessHandle.current().pid()).peakMiB()));
    }

    @Override
    public void close() {
        discard();
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    private void discard() {
        synchronized (services) {
            services.forEach(LocalProcess::stop);
        }
        stack.close();
        Deletion.of(state);
    }
}
