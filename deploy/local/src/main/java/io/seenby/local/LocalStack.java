package io.seenby.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * What the services stand on, started together: Kafka with its topics, PostgreSQL with its roles, the identity server
 * and the keysets, all in one state directory. {@link #environment()} tells the services where everything is.
 */
public final class LocalStack implements AutoCloseable {
    /**
     * Where the stack lives and what it may use.
     *
     * @param state data, keys and logs; kept, so the next start continues
     * @param quickStart for tests: sooner up, slower under load
     */
    public record Settings(
            ProjectRoot root, Path state, Ports ports, int brokerHeapMiB, int sharedBuffersMiB, boolean quickStart) {

        /** Sized for traffic. */
        public static Settings forUse(ProjectRoot root, Path state, Ports ports) {
            return new Settings(root, state, ports, 512, 512, false);
        }

        /** Sized for tests that run beside others. */
        public static Settings forTests(ProjectRoot root, Path state, Ports ports) {
            return new Settings(root, state, ports, 384, 128, true);
        }

        Path log(String part) {
            return state.resolve("logs").resolve(part + ".log");
        }
    }

    /** Told about each part as it becomes ready. */
    public record PartStarted(LocalProcess part, Duration took) {}

    private final Settings settings;
    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final IdentityServer identity;
    private final Keysets keysets;
    private final SigningKeys signingKeys;

    /** A stack that isn't started yet; only its keysets are made now. */
    public LocalStack(Settings settings) {
        this.settings = settings;
        var data = settings.state().resolve("data");
        var ports = settings.ports();
        var root = settings.root();
        this.kafka = new KafkaBroker(
                root,
                new KafkaBroker.Settings(
                        data.resolve("kafka"),
                        settings.log("kafka"),
                        ports.kafka(),
                        ports.kafkaController(),
                        settings.brokerHeapMiB(),
                        settings.quickStart()));
        this.postgres = new PostgresServer(new PostgresServer.Settings(
                data.resolve("postgres"),
                settings.log("postgres"),
                ports.postgres(),
                root.state().resolve("programs"),
                root.libraries(),
                settings.sharedBuffersMiB(),
                settings.quickStart()));
        this.identity = new IdentityServer(root, data.resolve("identity"), settings.log("identity"), ports.identity());
        this.keysets = Keysets.in(settings.state().resolve("keys"));
        this.signingKeys = SigningKeys.in(
                settings.state().resolve("keys"), settings.state().resolve("data/witness"));
    }

    /** The one stack of this JVM, for tests: in a temporary directory, on free ports, gone when the JVM ends. */
    public static LocalStack shared() {
        return SharedStack.STARTED;
    }

    /** Starts all parts at once and returns when every one answers. */
    public void start() {
        start(started -> {});
    }

    /**
     * As {@link #start()}; the listener hears of each part from the thread that started it.
     *
     * @throws StartFailed if a part doesn't come up; the others are stopped
     */
    public void start(Consumer<PartStarted> listener) {
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LocalProcess part : parts()) {
                threads.execute(() -> {
                    try {
                        listener.accept(start(part));
                    } catch (RuntimeException failed) {
                        failures.add(failed);
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            close();
            var first = failures.remove();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private PartStarted start(LocalProcess part) {
        long begin = System.nanoTime();
        part.start();
        if (part == kafka) {
            kafka.createTopics();
        }
        return new PartStarted(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Stops what runs. The data stays. */
    @Override
    public void close() {
        parts().forEach(LocalProcess::stop);
    }

    /** The parts in the order in which people read them. */
    public List<LocalProcess> parts() {
        return List.of(kafka, postgres, identity);
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public IdentityServer identity() {
        return identity;
    }

    public Keysets keysets() {
        return keysets;
    }

    public SigningKeys signingKeys() {
        return signingKeys;
    }

    public Settings settings() {
        return settings;
    }

    /** The environment variables by which the services find the stack and each other. */
    public Map<String, String> environment() {
        return StackEnvironment.of(this);
    }

    /** One of our services on this stack, not started yet. */
    public ServiceProcess service(ServiceProcess.Service service) {
        int port = switch (service) {
            case ACCESS -> settings.ports().access();
            case AUDIT -> settings.ports().audit();
        };
        return new ServiceProcess(
                settings.root(),
                service,
                settings.state().resolve("data").resolve(service.module()),
                settings.log(service.module()),
                port,
                environment());
    }

    /** The witness of this stack's ledgers, not started yet: it knows nothing of the stack but a public key. */
    public WitnessProcess witness() {
        return new WitnessProcess(
                settings.root(),
                settings.state().resolve("data").resolve("witness"),
                settings.log("witness"),
                settings.ports().witness(),
                signingKeys);
    }

    /** The demo traffic against this stack, not started yet. */
    public DemoProcess demo() {
        return new DemoProcess(
                settings.root(), settings.state().resolve("data").resolve("demo"), settings.log("demo"), environment());
    }
}
