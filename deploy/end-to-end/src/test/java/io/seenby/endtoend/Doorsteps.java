package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.local.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two tenants of which only the first has anything, and everybody before every door. Each role's holder is a registered
 * publisher and a client of both: whoever is refused is refused for the role.
 */
final class Doorsteps {

    static final String OURS = "doors-ours";
    static final String THEIRS = "doors-theirs";

    /** More than the other tenant's ledger ever gets while it is asked: no index of ours is one of theirs. */
    private static final int READS = 300;

    private final RunningSystem system;
    private final Map<String, String> things = new HashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Doorsteps(RunningSystem system) throws IOException, InterruptedException {
        this.system = system;
        for (String tenant : List.of(OURS, THEIRS)) {
            system.open(tenant);
            for (String role : AuthorisationTable.ROLES) {
                system.register(tenant, role + "-of-" + tenant);
            }
        }
        system.register(OURS, "only-here");
        report();
        look();
    }

    /** What became of a request. */
    record Reply(int status, String body) {
        boolean letIn() {
            return status != 401 && status != 403;
        }
    }

    private void report() throws IOException, InterruptedException {
        String reads = IntStream.range(0, READS)
                .mapToObj(i -> Reports.read("door-" + i, "clerk-1", "client-1"))
                .collect(Collectors.joining("\n"));
        system.read(system.publish(OURS, Reports.disclosure("door-out", "clerk-1", "client-1")));
        String results = system.publish(OURS, reads + "\n" + Reports.read("door-last", "clerk-1", "client-1"))
                .body();
        if (results.contains("refused")) {
            throw new IllegalStateException(results);
        }
        system.read(system.publish(OURS, Reports.read("door-to-forget", "clerk-1", "client-to-forget")));
        JsonNode duty = system.read(system.post(
                system.access.url() + "/v1/duties",
                token("privacy-officer", Optional.of(OURS)),
                "application/json",
                AuthorisationTable.resource("duty.json")));
        things.put("duty", duty.path("id").asText());
        system.awaitQuiet();
    }

    private void look() throws IOException, InterruptedException {
        things.put("tomorrow", Instant.now().plus(Duration.ofDays(1)).toString());
        things.put("client", system.clientRef(OURS, "client-1"));
        JsonNode trail = system.read(system.ask("/v1/trail?action=read&limit=1", "auditor", OURS));
        long last = trail.path("entries").path(0).path("position").asLong();
        things.put("entry", Long.toString(last));
        things.put("size", Long.toString(last + 1));
        JsonNode alerts = system.read(system.ask("/v1/alerts?rule=disclosure-without-basis", "auditor", OURS));
        things.put("alert", alerts.path("alerts").path(0).path("alertId").asText());
        RunningSystem.await("a checkpoint covers it", () -> isProven(last));
    }

    private boolean isProven(long entry) {
        try {
            return system.ask("/v1/trail/" + entry + "/proof", "auditor", OURS).statusCode() == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    String thing(String name) {
        return things.get(name);
    }

    /** @param tenant empty for a token that names none */
    String token(String role, Optional<String> tenant) {
        return tokens.computeIfAbsent(role + " of " + tenant + " since " + recently(), key -> {
            Tokens.Wish wish = Tokens.Wish.role(role)
                    .client("client-1")
                    .subject(role + "-of-" + tenant.orElse(OURS))
                    .level("mfa");
            return system.tokens.bearer(tenant.map(wish::tenant).orElse(wish));
        });
    }

    /** Nobody has logged in so long ago that a door would want it done again. */
    private static long recently() {
        return Instant.now().getEpochSecond() / 120;
    }

    /**
     * Puts the endpoint's example, about what is ours.
     *
     * @param bearer empty for none
     */
    Reply put(Guarded endpoint, Optional<String> bearer) throws IOException, InterruptedException {
        String base = endpoint.service().equals("access") ? system.access.url() : system.audit.url();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + filled(endpoint.asked())))
                .timeout(Duration.ofSeconds(60));
        request.header("SeenBy-Purpose", "compliance");
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        endpoint.body().ifPresent(file -> request.header("Content-Type", "application/json"));
        request.method(
                endpoint.method(),
                endpoint.body()
                        .map(file -> BodyPublishers.ofString(filled(AuthorisationTable.resource(file))))
                        .orElseGet(BodyPublishers::noBody));
        HttpResponse<InputStream> answer = system.http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean endless = endpoint.isStream() && answer.statusCode() == 200;
            return new Reply(
                    answer.statusCode(), endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The endpoint's example before it is sent, by somebody who may: about what is ours, on a connection for it alone. */
    Draft draft(Guarded endpoint, Random random) {
        List<String> roles = endpoint.isPublic()
                ? AuthorisationTable.ROLES
                : endpoint.letIn().stream().sorted().toList();
        byte[] body = endpoint.body()
                .map(file -> filled(AuthorisationTable.resource(file)))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        Draft draft = new Draft(endpoint, filled(endpoint.asked()), body);
        draft.headers.put("Host", "localhost");
        draft.headers.put("Connection", "close");
        draft.headers.put("SeenBy-Purpose", "compliance");
        draft.headers.put(
                "Authorization", "Bearer " + token(roles.get(random.nextInt(roles.size())), Optional.of(OURS)));
        endpoint.body().ifPresent(file -> draft.headers.put("Content-Type", "application/json"));
        return draft;
    }

    private String filled(String text) {
        String filled = text.replace("<tenant>", OURS);
        for (Map.Entry<String, String> thing : things.entrySet()) {
            filled = filled.replace("<" + thing.getKey() + ">", thing.getValue());
        }
        return filled;
    }
}
