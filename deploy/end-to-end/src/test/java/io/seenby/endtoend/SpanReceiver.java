package io.seenby.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what services export by OTLP over HTTP, and keeps the bytes as they came, each as one character. */
final class SpanReceiver {

    /** The first fields of a span on the wire (trace.proto): trace id, span id, parent's id, name. */
    private static final Pattern SPAN = Pattern.compile(
            "\n\u0010(.{16})\u0012\b(.{8})(?:\"\b(.{8}))?\\*[\u0001-\u007f]([a-zA-Z /._-]+)", Pattern.DOTALL);

    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final Queue<String> exports = new ConcurrentLinkedQueue<>();

    /** Ids in hexadecimal. */
    record Seen(String trace, String id, String parent, String name) {}

    SpanReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            exports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that came, for a search. */
    String everything() {
        return String.join("\n", exports);
    }

    List<Seen> spans() {
        List<Seen> spans = new ArrayList<>();
        for (String export : exports) {
            for (Matcher span = SPAN.matcher(export); span.find(); ) {
                spans.add(new Seen(hex(span.group(1)), hex(span.group(2)), hex(span.group(3)), span.group(4)));
            }
        }
        return spans;
    }

    private static String hex(String bytes) {
        return bytes == null ? "" : HEX.formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
