package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.local.Folders;
import io.seenby.local.KeycloakServer;
import io.seenby.local.LocalProcess;
import io.seenby.local.LocalStack;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Both services as packaged, on a Kafka and a PostgreSQL of their own, trusting a Keycloak that has imported the realm of
 * {@code deploy/compose} as it is shipped.
 */
final class KeycloakSystem implements AutoCloseable {

    static final String PROTOCOL = "/realms/seenby/protocol/openid-connect/";

    private final Path state;
    private final Map<String, String> secrets = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    final LocalStack stack;
    final KeycloakServer keycloak;
    final ServiceProcess access;
    final ServiceProcess audit;

    private KeycloakSystem(ProjectRoot root, Path state) {
        this.state = state;
        for (String name :
                List.of("DEMO_PASSWORD", "PUBLISHER_SECRET", "SEENBY_CLIENT_SECRET", "KC_BOOTSTRAP_ADMIN_PASSWORD")) {
            secrets.put(name, UUID.randomUUID().toString());
        }
        secrets.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        Ports ports = Ports.free();
        this.stack = new LocalStack(LocalStack.Settings.forTests(root, state, ports));
        this.keycloak = new KeycloakServer(new KeycloakServer.Settings(
                distribution(root),
                state.resolve("data"),
                state.resolve("logs/keycloak.log"),
                Stream.generate(Ports::free)
                        .filter(others -> !others.equals(ports))
                        .findFirst()
                        .orElseThrow()
                        .identity(),
                root.folder().resolve("deploy/compose/realm.json"),
                secrets));
        this.access = service(Service.ACCESS, ports.access());
        this.audit = service(Service.AUDIT, ports.audit());
    }

    private static Path distribution(ProjectRoot root) {
        Path programs = root.folder().resolve("deploy/end-to-end/target/programs");
        try (Stream<Path> unpacked = Files.list(programs)) {
            return unpacked.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("The build has unpacked no Keycloak."));
        } catch (IOException missing) {
            throw new IllegalStateException("The build has unpacked nothing in " + programs, missing);
        }
    }

    /** As compose.yaml tells them where their issuer is; nobody witnesses here. */
    private ServiceProcess service(Service which, int port) {
        Map<String, String> environment = new HashMap<>(stack.environment());
        environment.keySet().removeIf(name -> name.startsWith("SEENBY_WITNESS"));
        environment.put("SEENBY_ISSUER_URL", keycloak.issuerUrl());
        environment.put("SEENBY_TOKEN_URL", keycloak.backUrl() + PROTOCOL + "token");
        environment.put("SEENBY_CLIENT_SECRET", secret("SEENBY_CLIENT_SECRET"));
        LocalStack.Settings settings = stack.settings();
        return new ServiceProcess(
                settings.root(),
                which,
                state.resolve("data").resolve(which.module()),
                state.resolve("logs").resolve(which.module() + ".log"),
                port,
                environment);
    }

    /** Starts all but the services; Keycloak takes longest, so the others start beside it. */
    static KeycloakSystem start() throws IOException {
        KeycloakSystem system = new KeycloakSystem(ProjectRoot.find(), Files.createTempDirectory("seenby-keycloak"));
        try {
            CompletableFuture<Void> identity = CompletableFuture.runAsync(system.keycloak::start);
            system.stack.start();
            identity.join();
            return system;
        } catch (RuntimeException failed) {
            system.close();
            throw failed;
        }
    }

    void startServices() {
        CompletableFuture<Void> door = CompletableFuture.runAsync(access::start);
        audit.start();
        door.join();
    }

    /** Nobody needs the data any more, so nothing is stopped in good order but the database. */
    @Override
    public void close() {
        Stream.<LocalProcess>of(audit, access, keycloak, stack.kafka(), stack.identity())
                .forEach(LocalProcess::kill);
        stack.close();
        Folders.delete(state);
    }

    String secret(String name) {
        return secrets.get(name);
    }

    String password() {
        return secret("DEMO_PASSWORD");
    }

    /** A token of the realm for a form of its token endpoint. */
    String exchange(Map<String, String> form) throws IOException, InterruptedException {
        return exchange("seenby", form);
    }

    String exchange(String realm, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(keycloak.backUrl() + PROTOCOL.replace("seenby", realm) + "token"))
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                "POST",
                Browser.encoded(form));
        return read(answer).path("access_token").asText();
    }

    /** A token for a program that is itself. */
    String program(String client, String secret) throws IOException, InterruptedException {
        return exchange(
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret(secret)));
    }

    /** What the administrator of the identity server does. */
    HttpResponse<String> administer(String path, String body) throws IOException, InterruptedException {
        String token = exchange(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        secret("KC_BOOTSTRAP_ADMIN_USERNAME"),
                        "password",
                        secret("KC_BOOTSTRAP_ADMIN_PASSWORD")));
        return ask("POST", keycloak.backUrl() + "/admin/realms/seenby/" + path, token, body);
    }

    /** @param body JSON; empty: none */
    HttpResponse<String> ask(String method, String url, String token, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json"),
                method,
                body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String method, String body)
            throws IOException, InterruptedException {
        return http.send(
                request.timeout(Duration.ofSeconds(60))
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("status " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** What stands in a token, unverified. */
    JsonNode claims(String token) throws IOException {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
