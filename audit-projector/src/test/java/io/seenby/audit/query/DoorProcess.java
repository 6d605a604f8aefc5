package io.seenby.audit.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The edge of another process: access-service is another module, so these tests speak HTTP with a server that keeps
 * what it was told in order and can be made to hesitate or to fail. Sealing and Kafka are behind the real one, which
 * the tests of the whole system run.
 */
final class DoorProcess {

    /** A question as it arrived. */
    record Told(JsonNode report, String bearer) {
        String tenant() {
            return report.path("tenant").asText();
        }

        String question() {
            return report.path("question").asText();
        }

        List<String> clients() {
            return report.path("clients").findValuesAsText("").isEmpty()
                    ? texts((ArrayNode) report.get("clients"))
                    : List.of();
        }

        private static List<String> texts(ArrayNode array) {
            List<String> texts = new java.util.ArrayList<>();
            array.forEach(each -> texts.add(each.asText()));
            return texts;
        }
    }
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;

    DoorProcess(int port) {
        this.port = port;
    }

    void start() {}

    void stop() {}
}
