package io.seenby.local.launch;

import io.seenby.events.EventType;
import io.seenby.local.Pause;
import io.seenby.local.StartFailed;
import io.seenby.local.Tokens;
import io.seenby.local.demo.DemoTraffic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two organisations that every local stack has, and who reports into them: the demo, and who publishes by hand. Doing
 * it again changes nothing but a suspension, which it lifts.
 */
final class DemoTenants {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Set<Integer> OVERLOADED = Set.of(429, 503);
    private static final int ATTEMPTS = 30;

    /** The subject of {@code ./dev publish} and {@code ./dev token publisher}. */
    private static final String BY_HAND = "local-publisher";

    /** For everything, with a quota that nobody meets here. */
    private static final String REGISTRATION = """
            {"publisher":"%s","types":[%s],"quota":{"perSecond":1000000,"burst":10000000}}""";

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
        var tokens = new Tokens(file.issuerUrl(), http);
        NAMES.forEach((id, name) -> {
            var token =
                    tokens.bearer(Tokens.Wish.role("administrator").tenant(id).subject("local-administrator"));
            open(
                    http,
                    request(
                            file.accessUrl() + "/v1/tenants",
                            token,
                            "{\"tenant\":\"%s\",\"name\":\"%s\"}".formatted(id, name)),
                    id);
            for (String publisher : publishers(id)) {
                open(
                        http,
                        request(file.accessUrl() + "/v1/publishers", token, REGISTRATION.formatted(publisher, types())),
                        id);
            }
        });
    }

    private static List<String> publishers(String tenant) {
        return Stream.concat(Stream.of(BY_HAND), Stream.ofNullable(DemoTraffic.PUBLISHERS.get(tenant)))
                .toList();
    }

    private static String types() {
        return Arrays.stream(EventType.values())
                .filter(type -> type.family() != EventType.Family.SERVICE)
                .map(type -> '"' + type.wire() + '"')
                .collect(Collectors.joining(","));
    }

    private static HttpRequest request(String url, String token, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
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
