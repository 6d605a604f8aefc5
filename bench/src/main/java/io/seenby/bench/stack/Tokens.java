package io.seenby.bench.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.bench.NotMeasured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Bearer tokens of the local identity server, good for a day. */
public final class Tokens {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    public Tokens(String issuerUrl) {
        this.endpoint = URI.create(issuerUrl + "/token");
    }

    /** A token for a role that belongs to no tenant. */
    public String of(String role, String subject) throws IOException, InterruptedException {
        return fetch(Map.of("role", role, "sub", subject));
    }

    /** A token for a role, or several parted by spaces, within a tenant. */
    public String of(String role, String subject, String tenant) throws IOException, InterruptedException {
        return fetch(Map.of("role", role, "sub", subject, "tenant", tenant));
    }

    private String fetch(Map<String, String> claims) throws IOException, InterruptedException {
        var form = new LinkedHashMap<>(claims);
        form.put("grant_type", "client_credentials");
        form.put("client_id", "bench");
        form.put("client_secret", "bench");
        form.put("expires_in", "86400");
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new NotMeasured("the identity server gave no token: " + answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).get("access_token").textValue();
    }
}
