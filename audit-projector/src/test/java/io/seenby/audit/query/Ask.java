package io.seenby.audit.query;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import io.seenby.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Asks with real tokens of the identity server. */
public final class Ask {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Map<String, String>, String> TOKENS = new ConcurrentHashMap<>();

    private Ask() {}

    /** A request by somebody of this role and tenant. */
    static RequestSpecification as(String role, String tenant) {
        return given().urlEncodingEnabled(false).auth().oauth2(token(role, tenant));
    }

    static RequestSpecification auditor(ViewsStory story) {
        return as("auditor", story.name());
    }

    public static String token(String role, String tenant) {
        return token(Map.of("role", role, "tenant", tenant, "sub", role + "-07"));
    }

    /** With the form fields that the identity server of the local stack knows. */
    public static String token(Map<String, String> wishes) {
        return TOKENS.computeIfAbsent(new TreeMap<>(wishes), Ask::fetch);
    }

    private static String fetch(Map<String, String> wishes) {
        Map<String, String> form = new TreeMap<>(wishes);
        form.putAll(Map.of("grant_type", "client_credentials", "client_id", "test", "client_secret", "test"));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(LocalStack.shared().identity().issuerUrl() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            JsonNode answer =
                    JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
            return answer.get("access_token").asText();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
