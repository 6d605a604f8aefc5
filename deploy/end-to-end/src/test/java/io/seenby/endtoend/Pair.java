package io.seenby.endtoend;

import io.seenby.local.LocalStack;
import io.seenby.local.Ports;
import io.seenby.local.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two instances of a service behind a balancer that does what those of clusters do: it asks each whether it is ready and
 * sends the next request to one that was. It looks so often that it knows before an instance that says no has stopped.
 */
final class Pair implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final List<ServiceProcess> instances;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread looking;
    private volatile List<ServiceProcess> ready;

    /** @param first runs already */
    private Pair(ServiceProcess first, ServiceProcess second) {
        this.instances = List.of(first, second);
        this.ready = instances;
        this.looking = Thread.ofVirtual().start(this::look);
    }

    /** Starts a second instance beside the one that runs; closing stops it again. */
    static Pair beside(
            ServiceProcess first, ServiceProcess.Service service, LocalStack stack, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(stack.environment());
        environment.putAll(more);
        LocalStack.Settings settings = stack.settings();
        String name = service.module() + "-2";
        Path state = settings.state();
        ServiceProcess second = new ServiceProcess(
                settings.root(),
                service,
                state.resolve("data").resolve(name),
                state.resolve("logs").resolve(name + ".log"),
                Ports.free().access(),
                environment);
        second.start();
        return new Pair(first, second);
    }

    List<ServiceProcess> instances() {
        return instances;
    }

    /** Where the next request goes. */
    String url() {
        List<ServiceProcess> now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).url();
    }

    private void look() {
        try {
            while (true) {
                List<ServiceProcess> seen =
                        instances.stream().filter(this::isReady).toList();
                // With nobody ready any answer is the right one to get.
                ready = seen.isEmpty() ? instances : seen;
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(ServiceProcess instance) {
        var probe = HttpRequest.newBuilder(URI.create(instance.url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        looking.interrupt();
        looking.join();
        instances.getLast().stop();
        http.close();
    }
}
