package io.seenby.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands where a packaged service stands, so that the launcher is tried without building the services. It takes every
 * event but those with the word "bad", and is overloaded once.
 */
public final class FakeService {
    private static final AtomicBoolean OVERLOADED = new AtomicBoolean(true);

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getByName(System.getenv("QUARKUS_HTTP_HOST")),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/v1/tenants", exchange -> answer(exchange, 201, "{}"));
        server.createContext("/v1/publishers", exchange -> answer(exchange, 201, "{}"));
        server.createContext("/v1/events", FakeService::events);
        server.createContext("/v1/alerts/stream", FakeService::alert);
        server.start();
    }

    private static void events(HttpExchange exchange) throws IOException {
        List<String> lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey")) {
            answer(exchange, 401, "{\"title\":\"no token\"}");
        } else if (OVERLOADED.getAndSet(false)) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503, "{\"title\":\"overloaded\"}");
        } else {
            var results = new StringBuilder();
            for (int index = 0; index < lines.size(); index++) {
                results.append(result(index, lines.get(index)));
            }
            results.append("{\"receipt\":\"c2sp.org/tlog-proof@v1\\n\",\"recorded\":%d}\n".formatted(lines.size()));
            answer(exchange, 200, results.toString());
        }
    }

    private static String result(int index, String line) {
        return line.contains("bad")
                ? "{\"index\":%d,\"status\":\"refused\",\"problem\":{\"status\":400,\"title\":\"no such action\"}}\n"
                        .formatted(index)
                : "{\"index\":%d,\"status\":\"recorded\"}\n".formatted(index);
    }

    /** One alert, then silence: streams stay open. */
    private static void alert(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody()
                .write("id: 1\ndata: {\"rule\":\"vip-without-relationship\"}\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
