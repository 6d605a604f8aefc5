package io.seenby.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seenby.bench.NotMeasured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String RECORDED = "{\"status\":\"recorded\"}\n";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyRequestArrivesOnceAndEveryRecordedReportIsCounted() {
        String receipt = "{\"receipt\":\"c2sp.org/tlog-proof@v1\",\"recorded\":3}\n";
        answer(200, RECORDED.repeat(2) + "{\"status\":\"refused\"}\n" + RECORDED + receipt);

        var outcome = load(3, 50, "body");

        assertThat(received).hasSize(50).doesNotHaveDuplicates();
        assertThat(outcome.recorded()).isEqualTo(150);
        assertThat(outcome.latencies()).hasSize(50);
        assertThat(outcome.failed()).isZero();
    }

    @Test
    void bodiesLargerThanTheSocketTakesAtOnceArriveWhole() {
        answer(200, RECORDED.repeat(20_000));
        String large = "x".repeat(3_000_000);

        var outcome = load(4, 12, large);

        assertThat(received).hasSize(12).allSatisfy(body -> assertThat(body).endsWith(large));
        assertThat(outcome.recorded()).isEqualTo(12 * 20_000);
    }

    @Test
    void anAnswerWithoutBodyCountsAsOneReport() {
        answer(204, "");

        assertThat(load(2, 20, "body").recorded()).isEqualTo(20);
    }

    @Test
    void pushBackIsNeitherSuccessNorFailure() {
        var number = new AtomicInteger();
        server.createContext("/", exchange -> respond(exchange, number.getAndIncrement() < 4 ? 503 : 201, "slow down"));

        var outcome = load(1, 10, "body");

        assertThat(outcome.pushedBack()).isEqualTo(4);
        assertThat(outcome.recorded()).isEqualTo(6);
        assertThat(outcome.firstTrouble()).contains("503 slow down");
    }

    @Test
    void connectionsThatTheServerClosesAreOpenedAgain() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            respond(exchange, 201, "{}");
        });

        var outcome = load(2, 10, "body");

        assertThat(outcome.recorded()).isEqualTo(10);
        assertThat(outcome.failed()).isZero();
    }

    @Test
    void aServerThatRecordsNothingIsNotMeasured() {
        answer(401, "no token");

        assertThatThrownBy(() -> load(2, 10, "body"))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("401 no token");
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> respond(exchange, status, body));
    }

    private void respond(HttpExchange exchange, int status, String body) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        // 0 makes the server answer in chunks.
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : 0);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Outcome load(int connections, int requests, String body) {
        int port = server.getAddress().getPort();
        var request = new Request("/", port, "text/plain", "");
        return ClosedLoop.run(port, connections, LONG_ENOUGH, connection -> {
            int number = sent.getAndIncrement();
            return number < requests
                    ? request.with(ByteBuffer.wrap((number + body).getBytes(StandardCharsets.UTF_8)))
                    : new ByteBuffer[0];
        });
    }
}
