package io.seenby.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of our services, run from a copy of its packaged application, because a build replaces the original under a
 * running service; it is started when its readiness check says so.
 */
public final class ServiceProcess extends Part {
    /** The module that holds the service and the heap it gets: with it a process stays below 512 MiB in all. */
    public enum Service {
        ACCESS("access-service", 224),
        AUDIT("audit-projector", 256);

        private final String module;
        private final int heapMiB;

        Service(String module, int heapMiB) {
            this.module = module;
            this.heapMiB = heapMiB;
        }

        public String module() {
            return module;
        }
    }

    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Service service;
    private final Path packaged;
    private final Path directory;
    private final Map<String, String> environment;

    /**
     * A service that isn't started yet.
     *
     * @param directory its working directory
     * @param environment what {@link LocalStack#environment()} says, or more
     */
    public ServiceProcess(
            ProjectRoot root, Service service, Path directory, Path log, int port, Map<String, String> environment) {
        super(service.module(), port, log);
        this.service = service;
        this.packaged = root.quarkusApp(service.module());
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void start() {
        start(START_LIMIT);
    }

    /** As {@link #start()}, with another limit: a projector is ready only when it has caught up with the ledger. */
    public void start(Duration limit) {
        if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
            throw new StartFailed(
                    name() + " isn't packaged: there is nothing in " + packaged + " (./dev up builds it).");
        }
        Folders.copy(packaged, directory.resolve("app"));
        var ready = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var http = HttpClient.newHttpClient();
        run(new ChildProcess.Command(words(), withPort(), directory, "TERM"))
                .awaitReady(
                        limit, () -> http.send(ready, BodyHandlers.discarding()).statusCode() == 200);
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        words.add(ChildJvm.java());
        words.addAll(ChildJvm.quiet());
        words.add("-Xmx" + service.heapMiB + "m");
        words.addAll(List.of("-XX:+UseParallelGC", "-XX:NewRatio=1"));
        // A service without memory must die loudly and be started again, not stumble on.
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.addAll(List.of("-jar", application().toString()));
        return words;
    }

    private Map<String, String> withPort() {
        var all = new HashMap<>(environment);
        // Else the C library keeps an arena of freed memory for each of many threads.
        all.put("MALLOC_ARENA_MAX", "2");
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        return all;
    }

    /** The copy that runs, or ran last. */
    public Path application() {
        return directory.resolve("app/quarkus-run.jar");
    }

    /** Where the service's paths begin. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }
}
