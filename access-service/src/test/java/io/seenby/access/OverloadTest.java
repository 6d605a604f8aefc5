package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.seenby.local.LocalStack;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OverloadTest.LittleRoom.class)
@QuarkusTestResource(Stack.class)
class OverloadTest {

    private static final String GREEDY = "overload-greedy";
    private static final String MODEST = "overload-modest";
    private static final int ROOM = 128 * 1024;

    /** So little that a few dozen events fill it. */
    public static class LittleRoom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("access.intake.in-flight-bytes", Integer.toString(ROOM));
        }
    }

    @Inject
    MeterRegistry meters;

    @BeforeAll
    static void open() {
        for (String tenant : List.of(GREEDY, MODEST)) {
            Client.openTenant(tenant);
            Client.publisher(tenant).event(Reports.read(Reports.newId(), "client-1"));
        }
    }

    private static void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(LocalStack.shared().kafka().pid());
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    }

    private static Set<String> idsOnTopic(String tenant) {
        return LedgerReader.entries(tenant).stream()
                .map(entry -> entry.eventId().value())
                .collect(Collectors.toSet());
    }

    @Test
    void tooMuchAtOnceIsRefusedAndNothingAcknowledgedIsLost() throws Exception {
        Client greedy = Client.publisher(GREEDY);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        List<String> ids =
                IntStream.range(0, 150).mapToObj(i -> Reports.newId()).toList();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        signal("STOP");
        try {
            for (String id : ids) {
                answers.add(CompletableFuture.supplyAsync(() -> greedy.event(Reports.read(id, "client-1")), senders));
            }
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
            HttpResponse<String> modest = Client.publisher(MODEST).event(Reports.read(Reports.newId(), "client-1"));
            assertThat(modest.statusCode()).as(modest.body()).isEqualTo(503);
            assertThat(modest.headers().firstValue("retry-after")).hasValue("1");
            assertThat(Client.json(modest.body()).get("type").textValue()).isEqualTo("urn:seenby:problem:overloaded");
            HttpResponse<String> batch = greedy.post("/v1/events", "application/x-ndjson", "{}\n");
            assertThat(batch.statusCode()).isEqualTo(429);
            assertThat(batch.headers().firstValue("retry-after")).hasValue("1");
        } finally {
            signal("CONT");
        }
        Set<String> acknowledged = new HashSet<>();
        Set<Integer> statuses = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            HttpResponse<String> answer = answers.get(i).get(30, TimeUnit.SECONDS);
            statuses.add(answer.statusCode());
            if (answer.statusCode() == 201) {
                acknowledged.add(ids.get(i));
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 429);
        assertThat(idsOnTopic(GREEDY)).containsAll(acknowledged);
        assertThat(meters.get("seenby.in.flight.bytes").gauge().value()).isZero();
    }

    @Test
    void batchLargerThanTheRoomIsTakenAsRoomComes() {
        AtomicBoolean stop = new AtomicBoolean();
        List<Double> held = new ArrayList<>();
        Thread watch = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                held.add(meters.get("seenby.in.flight.bytes").gauge().value());
                Thread.onSpinWait();
                try {
                    Thread.sleep(1);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        });
        String batch = IntStream.range(0, 10_000)
                .mapToObj(i -> Reports.read("large-" + i, "client-" + i % 50))
                .collect(Collectors.joining("\n"));
        List<JsonNode> results = Client.publisher(GREEDY).lines(batch);
        stop.set(true);
        watch.interrupt();
        assertThat(results)
                .hasSize(10_000)
                .allMatch(result -> result.get("status").textValue().equals("recorded"));
        assertThat(idsOnTopic(GREEDY)).contains("large-0", "large-9999");
        // One buffer of the network may be cut into several chunks before the sender is paused.
        assertThat(held).allMatch(bytes -> bytes < ROOM + (4 << 20));
        assertThat(meters.get("seenby.in.flight.bytes").gauge().value()).isZero();
    }
}
