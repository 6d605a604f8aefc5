package io.seenby.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.local.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One house's publisher at the door of access-service: with a token of its own, patient when the door is busy. */
final class Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI events;
    private final Tokens tokens;
    private final House house;
    private String token = "";
    private Instant renewal = Instant.MIN;

    Door(String accessUrl, String issuerUrl, House house) {
        this.events = URI.create(accessUrl + "/v1/events");
        this.tokens = new Tokens(issuerUrl, http);
        this.house = house;
    }

    /** Sends reports as one batch, again and again while the service is away: their ids make that safe. */
    void send(List<Report> reports) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = post(reports);
                if (answer.statusCode() == 200) {
                    refuseToBeRefused(answer.body());
                    return;
                }
                if (answer.statusCode() != 429 && answer.statusCode() < 500) {
                    throw new IllegalStateException(
                            "access-service answers " + answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException away) {
                // It is being restarted; the demo goes on when it is back.
            }
            Thread.sleep(500);
        }
    }

    private HttpResponse<String> post(List<Report> reports) throws IOException, InterruptedException {
        String body = reports.stream().map(Door::line).collect(Collectors.joining("\n"));
        return http.send(
                HttpRequest.newBuilder(events)
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + token())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void refuseToBeRefused(String results) {
        results.lines()
                .filter(line -> line.contains("\"status\":\"refused\""))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalStateException("The demo's own report was refused: " + line);
                });
    }

    private static String line(Report report) {
        try {
            return JSON.writeValueAsString(report.json());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String token() {
        if (Instant.now().isAfter(renewal)) {
            token = tokens.bearer(
                    Tokens.Wish.role("publisher").tenant(house.tenant()).subject(house.publisher()));
            renewal = Instant.now().plus(TOKEN_LIFE);
        }
        return token;
    }

    /** What the demo needs of an environment; the names are those of {@code ./dev env}. */
    static Door of(Map<String, String> environment, House house) {
        return new Door(required(environment, "SEENBY_ACCESS_URL"), required(environment, "SEENBY_ISSUER_URL"), house);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set: start the stack with ./dev up, then eval \"$(./dev env)\"");
        }
        return value;
    }
}
