package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.local.KafkaBroker;
import io.seenby.local.LocalStack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class BrokerFaultTest {

    private static final String TENANT = "broker-fault";

    private final Client publisher = Client.publisher(TENANT);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private void sendOne() {
        String id = Reports.newId();
        if (publisher.event(Reports.read(id, "client-1")).statusCode() == 201) {
            acknowledged.add(id);
        }
    }

    private void sendBatch() {
        List<String> ids =
                IntStream.range(0, 300).mapToObj(i -> Reports.newId()).toList();
        HttpResponse<String> response = publisher.post(
                "/v1/events",
                "application/x-ndjson",
                ids.stream().map(id -> Reports.read(id, "client-2")).collect(Collectors.joining("\n")));
        if (response.statusCode() == 200) {
            List<JsonNode> results =
                    Client.results(response.body().lines().map(Client::json).toList());
            assertThat(results).hasSize(300);
            results.stream()
                    .filter(result -> result.get("status").asText().equals("recorded"))
                    .forEach(result -> acknowledged.add(result.get("eventId").textValue()));
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    private int status(String path) {
        return publisher.get(path).statusCode();
    }

    @Test
    void whateverWasAcknowledgedSurvivesAKilledBroker() throws Exception {
        KafkaBroker broker = LocalStack.shared().kafka();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService senders = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 6; i++) {
            Runnable send = i < 4 ? this::sendOne : this::sendBatch;
            senders.execute(() -> {
                while (!stop.get()) {
                    send.run();
                }
            });
        }
        await("some are recorded", () -> acknowledged.size() > 1_000);
        broker.kill();
        broker.start();
        int before = acknowledged.size();
        await("more are recorded after the restart", () -> acknowledged.size() > before + 1_000);
        stop.set(true);
        senders.shutdown();
        assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        Set<String> onTopic = LedgerReader.entries(TENANT).stream()
                .map(entry -> entry.eventId().value())
                .collect(Collectors.toSet());
        assertThat(onTopic).containsAll(acknowledged);
    }

    @Test
    void withoutABrokerNothingIsAcknowledgedAndItRecoversByItself() throws Exception {
        KafkaBroker broker = LocalStack.shared().kafka();
        sendOne();
        broker.kill();
        try {
            HttpResponse<String> first = publisher.event(Reports.read(Reports.newId(), "client-1"));
            assertThat(first.statusCode()).as(first.body()).isEqualTo(503);
            assertThat(first.headers().firstValue("retry-after")).isPresent();
            assertThat(Client.json(first.body()).get("type").textValue()).isEqualTo("urn:seenby:problem:unavailable");
            List<JsonNode> batch = publisher.lines(Reports.read(Reports.newId(), "client-1") + "\n{}\n");
            assertThat(batch)
                    .extracting(result -> result.get("status").textValue())
                    .containsExactly("unavailable", "refused");
            assertThat(batch.get(0).at("/problem/status").intValue()).isEqualTo(503);
            await("not ready", () -> status("/q/health/ready") == 503);
            assertThat(status("/q/health/live")).isEqualTo(200);
        } finally {
            broker.start();
        }
        await("recording again", this::tryOne);
    }

    /** A frozen process still accepts connections, and takes what is sent; it only never answers. */
    @Test
    void aBrokerThatFallsSilentHoldsNobodyUp() throws Exception {
        KafkaBroker broker = LocalStack.shared().kafka();
        sendOne();
        signal("STOP", broker);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> asked = IntStream.range(0, 300)
                    .mapToObj(i -> senders.submit(() -> publisher.event(Reports.read(Reports.newId(), "client-1"))))
                    .toList();
            for (int look = 0; look < 5; look++) {
                assertThat(status("/q/health/live")).isEqualTo(200);
            }
            assertThat(asked).anySatisfy(one -> assertThat(one.isDone()).isFalse());
            for (Future<HttpResponse<String>> one : asked) {
                assertThat(one.get().statusCode()).isEqualTo(503);
            }
            assertThat(publisher.lines(Reports.read(Reports.newId(), "client-1") + "\n{}\n"))
                    .extracting(result -> result.get("status").textValue())
                    .containsExactly("unavailable", "refused");
        } finally {
            signal("CONT", broker);
        }
        await("recording again", this::tryOne);
    }

    private static void signal(String name, KafkaBroker broker) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Whoever tests next meets a service that has noticed that its broker is back. */
    @AfterEach
    void itIsReadyAgainByItself() throws InterruptedException {
        await("ready again", () -> tryOne() && status("/q/health/ready") == 200);
    }

    private boolean tryOne() {
        int before = acknowledged.size();
        sendOne();
        return acknowledged.size() > before;
    }
}
