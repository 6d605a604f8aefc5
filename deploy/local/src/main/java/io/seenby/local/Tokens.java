package io.seenby.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bearer tokens of the local identity server. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What shall stand in a token; what is empty is left to the identity server. */
    public record Wish(
            String role,
            Optional<String> tenant,
            Optional<String> client,
            Optional<String> subject,
            Optional<String> acr,
            Optional<Duration> life,
            Optional<String> audience) {

        public static Wish role(String role) {
            return new Wish(
                    role,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Wish tenant(String name) {
            return new Wish(role, Optional.of(name), client, subject, acr, life, audience);
        }

        /** Which client its holder is, by the id that publishers report. */
        public Wish client(String id) {
            return new Wish(role, tenant, Optional.of(id), subject, acr, life, audience);
        }

        public Wish subject(String name) {
            return new Wish(role, tenant, client, Optional.of(name), acr, life, audience);
        }

        /** How strongly its holder has logged in. */
        public Wish level(String name) {
            return new Wish(role, tenant, client, subject, Optional.of(name), life, audience);
        }

        public Wish life(Duration length) {
            return new Wish(role, tenant, client, subject, acr, Optional.of(length), audience);
        }

        private String form() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("grant_type", "client_credentials");
            fields.put("client_id", "local-stack");
            fields.put("client_secret", "local-stack");
            fields.put("role", role);
            tenant.ifPresent(value -> fields.put("tenant", value));
            client.ifPresent(value -> fields.put("client", value));
            subject.ifPresent(value -> fields.put("sub", value));
            acr.ifPresent(value -> fields.put("acr", value));
            life.ifPresent(value -> fields.put("expires_in", Long.toString(value.toSeconds())));
            audience.ifPresent(value -> fields.put("aud", value));
            return fields.entrySet().stream().map(Wish::encoded).collect(Collectors.joining("&"));
        }

        private static String encoded(Map.Entry<String, String> field) {
            return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
        }
    }

    private final String issuerUrl;
    private final HttpClient http;

    public Tokens(String issuerUrl, HttpClient http) {
        this.issuerUrl = issuerUrl;
        this.http = http;
    }

    /**
     * A fresh token, as it stands after {@code Bearer }.
     *
     * @throws CommandFailed if the identity server doesn't give one
     */
    public String bearer(Wish wish) {
        var request = HttpRequest.newBuilder(URI.create(issuerUrl + "/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(wish.form()))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw CommandFailed.because("The identity server gives no token: " + answer.body());
            }
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (IOException unreachable) {
            throw CommandFailed.because("The identity server at " + issuerUrl + " doesn't answer: is the stack up?");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailed.because("Asking for a token was interrupted.");
        }
    }
}
