package io.seenby.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A publisher, administrator or service, as seen from outside. */
public final class Client {

    public static final ObjectMapper JSON = new ObjectMapper();
    public static final List<String> ALL_TYPES = Arrays.stream(EventType.values())
            .filter(type -> type.family() != EventType.Family.SERVICE)
            .map(EventType::wire)
            .toList();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String token;

    private Client(String token) {
        this.token = token;
    }

    public static Client with(Map<String, String> wishes) {
        return new Client(token(wishes));
    }

    public static Client publisher(String tenant) {
        return with(Map.of("role", "publisher", "tenant", tenant, "sub", "ehr"));
    }

    public static Client withoutToken() {
        return new Client("");
    }

    public static Client withToken(String token) {
        return new Client(token);
    }

    public static Client administrator(String tenant) {
        return with(Map.of("role", "administrator", "tenant", tenant, "sub", "admin-1"));
    }

    /** Opens it and registers its publisher {@code ehr} for everything, with a quota that no test meets. */
    public static void openTenant(String tenant) {
        awaitKeys();
        HttpResponse<String> opened = with(Map.of("role", "administrator", "sub", "admin-1"))
                .post("/v1/tenants", "application/json", "{\"tenant\":\"" + tenant + "\",\"name\":\"A tenant\"}");
        if (opened.statusCode() != 201 && opened.statusCode() != 200) {
            throw new IllegalStateException(opened.statusCode() + " " + opened.body());
        }
        register(tenant, "ehr");
    }

    /** A service that has just started seals nothing before it knows of every erasure. */
    private static void awaitKeys() {
        for (int i = 0; i < 300; i++) {
            for (JsonNode check :
                    json(withoutToken().get("/q/health/ready").body()).path("checks")) {
                if (check.path("name").asText().equals("erasures")
                        && check.path("status").asText().equals("UP")) {
                    return;
                }
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new IllegalStateException("the ledger was not read for erasures within half a minute");
    }

    /** For everything, as {@link #openTenant} does. */
    public static void register(String tenant, String publisher) {
        HttpResponse<String> registered = administrator(tenant)
                .post("/v1/publishers", "application/json", registration(publisher, ALL_TYPES, 1_000_000, 10_000_000));
        if (registered.statusCode() != 201 && registered.statusCode() != 200) {
            throw new IllegalStateException(registered.statusCode() + " " + registered.body());
        }
    }

    public static String registration(String publisher, List<String> types, long perSecond, long burst) {
        return "{\"publisher\":\"%s\",\"types\":[%s],\"quota\":{\"perSecond\":%d,\"burst\":%d}}"
                .formatted(
                        publisher,
                        types.stream().map(type -> '"' + type + '"').collect(Collectors.joining(",")),
                        perSecond,
                        burst);
    }

    public static String token(Map<String, String> wishes) {
        String form = "grant_type=client_credentials&client_id=tests&client_secret=tests&"
                + wishes.entrySet().stream()
                        .map(wish -> wish.getKey() + "=" + URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        String issuer = ConfigProvider.getConfig().getValue("test.issuer", String.class);
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        return json(response.body()).get("access_token").textValue();
    }

    public HttpResponse<String> event(String json) {
        return post("/v1/events", "application/json", json);
    }

    public HttpResponse<String> event(byte[] json) {
        return send(request("/v1/events", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build());
    }

    /** The result of each line. */
    public List<JsonNode> lines(String ndjson) {
        return results(batch(ndjson));
    }

    /** The whole answer: results, then the receipt if something was recorded. */
    public List<JsonNode> batch(String ndjson) {
        HttpResponse<String> response = post("/v1/events", "application/x-ndjson", ndjson);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body().lines().map(Client::json).toList();
    }

    /** Of an answer to a batch, what is said of its items. */
    public static List<JsonNode> results(Iterable<JsonNode> answer) {
        List<JsonNode> results = new ArrayList<>();
        answer.forEach(each -> {
            if (each.has("index")) {
                results.add(each);
            }
        });
        return results;
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path, type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public HttpResponse<String> get(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build());
    }

    public HttpRequest.Builder request(String path, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).header("Content-Type", type);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public static URI at(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
