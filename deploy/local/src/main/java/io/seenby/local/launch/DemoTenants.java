package io.seenby.local.launch;

import io.seenby.local.Pause;
import io.seenby.local.StartFailed;
import io.seenby.local.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The two organisations that every local stack has. Opening one that is open already changes nothing. */
final class DemoTenants {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Set<Integer> OVERLOADED = Set.of(429, 503);
    private static final int ATTEMPTS = 30;

    static {
        NAMES.put("harbor-law", "Harbor Law");
        NAMES.put("st-brigid", "St. Brigid Hospital");
    }

    private DemoTenants() {}

    static Set<String> ids() {
        return NAMES.keySet();
    }

    static void open(StackFile file) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var token = new Tokens(file.issuerUrl(), http)
                .bearer(Tokens.Wish.role("administrator").subject("local-administrator"));
        NAMES.forEach((id, name) -> open(
                http,
                HttpRequest.newBuilder(URI.create(file.accessUrl() + "/v1/tenants"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"tenant\":\"%s\",\"name\":\"%s\"}".formatted(id, name)))
                        .build(),
                id));
    }

    private static void open(HttpClient http, HttpRequest request, String id) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            for (int attempt = 1; OVERLOADED.contains(answer.statusCode()) && attempt < ATTEMPTS; attempt++) {
                Pause.of(Duration.ofSeconds(1));
                answer = http.send(request, BodyHandlers.ofString());
            }
            if (answer.statusCode() != 200 && answer.statusCode() != 201) {
                throw new StartFailed("The tenant %s cannot be opened: access-service answered %d %s"
                        .formatted(id, answer.statusCode(), answer.body()));
            }
        } catch (IOException failed) {
            throw new StartFailed(
                    "The tenant %s cannot be opened: access-service doesn't answer (%s).".formatted(id, failed),
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Opening the tenant " + id + " was interrupted.", interrupted);
        }
    }
}
