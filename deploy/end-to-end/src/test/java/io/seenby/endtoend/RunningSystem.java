package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.events.EventType;
import io.seenby.local.LocalProcess;
import io.seenby.local.LocalStack;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.ServiceProcess;
import io.seenby.local.Tokens;
import io.seenby.local.WitnessProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Kafka, PostgreSQL, identity server and both services, each a process of its own, for the tests of one JVM. */
final class RunningSystem {

    static final String TENANT = "harbor-law";
    static final String OTHER_TENANT = "st-brigid";

    private static final class Started {
        static final RunningSystem SYSTEM = start();
    }

    final LocalStack stack;
    final ServiceProcess access;
    final ServiceProcess audit;
    final WitnessProcess witness;
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Tokens tokens;
    private final ObjectMapper json = new ObjectMapper();

    private RunningSystem(LocalStack stack) {
        this.stack = stack;
        this.access = stack.service(ServiceProcess.Service.ACCESS);
        this.audit = impatient(stack);
        this.witness = stack.witness();
        this.tokens = new Tokens(stack.identity().issuerUrl(), http);
    }

    /** The one system of this JVM; whoever kills a part starts it again. */
    static RunningSystem shared() {
        return Started.SYSTEM;
    }

    private static RunningSystem start() {
        try {
            Path state = Files.createTempDirectory("seenby-end-to-end");
            LocalStack stack = new LocalStack(LocalStack.Settings.forUse(ProjectRoot.find(), state, Ports.free()));
            stack.start();
            RunningSystem system = new RunningSystem(stack);
            system.witness.start();
            system.access.start();
            system.audit.start();
            system.open(TENANT);
            system.open(OTHER_TENANT);
            // A tenant of which nothing is integrated cannot be asked about.
            system.awaitQuiet();
            return system;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A projector that compares and complains sooner than people would want it to. */
    private static ServiceProcess impatient(LocalStack stack) {
        Map<String, String> environment = new HashMap<>(stack.environment());
        environment.put("SEENBY_CHECKPOINT_INTERVAL", "1s");
        environment.put("SEENBY_WITNESS_PATIENCE", "3s");
        environment.put("SEENBY_RECONCILE_RECORDS", "30000");
        LocalStack.Settings settings = stack.settings();
        String module = ServiceProcess.Service.AUDIT.module();
        return new ServiceProcess(
                settings.root(),
                ServiceProcess.Service.AUDIT,
                settings.state().resolve("data").resolve(module),
                settings.state().resolve("logs").resolve(module + ".log"),
                settings.ports().audit(),
                environment);
    }

    void open(String tenant) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                access.url() + "/v1/tenants",
                token("administrator", tenant),
                "application/json",
                "{\"tenant\":\"%s\",\"name\":\"%s\"}".formatted(tenant, tenant));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(tenant + " does not open: " + answer.body());
        }
        register(tenant, "publisher-of-" + tenant);
    }

    /** For everything that publishers report, with a quota that no test meets. */
    void register(String tenant, String publisher) throws IOException, InterruptedException {
        String types = Arrays.stream(EventType.values())
                .filter(type -> type.family() != EventType.Family.SERVICE)
                .map(type -> '"' + type.wire() + '"')
                .collect(Collectors.joining(","));
        HttpResponse<String> answer = post(
                access.url() + "/v1/publishers",
                token("administrator", tenant),
                "application/json",
                "{\"publisher\":\"%s\",\"types\":[%s],\"quota\":{\"perSecond\":1000000,\"burst\":10000000}}"
                        .formatted(publisher, types));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(publisher + " is not registered: " + answer.body());
        }
    }

    String token(String role, String tenant) {
        return tokens.bearer(Tokens.Wish.role(role).tenant(tenant).subject(role + "-of-" + tenant));
    }

    /** Publishes one report or NDJSON; the answer as it came. */
    HttpResponse<String> publish(String tenant, String body) throws IOException, InterruptedException {
        String type = body.contains("\n") ? "application/x-ndjson" : "application/json";
        return post(access.url() + "/v1/events", token("publisher", tenant), type, body);
    }

    HttpResponse<String> post(String url, String token, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String path, String role, String tenant) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(audit.url() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token(role, tenant))
                        .header("SeenBy-Purpose", "compliance")
                        .build(),
                BodyHandlers.ofString());
    }

    /** The ref of a client, as an auditor finds it. */
    String clientRef(String tenant, String clientId) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                audit.url() + "/v1/clients/lookup",
                token("auditor", tenant),
                "application/json",
                "{\"clientId\":\"%s\"}".formatted(clientId));
        return read(answer).path("clientRef").asText();
    }

    /** What anybody may see. */
    String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("status " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    JsonNode tree(String text) throws IOException {
        return json.readTree(text);
    }

    /** A single number from the database, as the superuser, whom no policy hides anything from. */
    long count(String sql) {
        try (var connection = stack.postgres().connect("postgres");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Waits until everything on the ledger is in the views. */
    void awaitQuiet() throws InterruptedException {
        await("all entries integrated", () -> ledgerEnd() == integrated());
    }

    private long integrated() {
        try {
            return count("select coalesce(sum(next_offset), 0) from views.positions");
        } catch (IllegalStateException databaseAway) {
            return -1;
        }
    }

    private long ledgerEnd() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> ends = admin
                    .describeTopics(List.of("access-ledger"))
                    .allTopicNames()
                    .get()
                    .get("access-ledger")
                    .partitions()
                    .stream()
                    .collect(Collectors.toMap(
                            info -> new TopicPartition("access-ledger", info.partition()),
                            info -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException | InterruptedException notYet) {
            return -2;
        }
    }

    /** A service that saw the impossible ends itself, loudly; whoever runs it starts it again. */
    void restartWhatDied() {
        for (LocalProcess part : List.of(access, audit)) {
            if (!part.isRunning()) {
                part.start();
            }
        }
    }

    void killAndRestart(LocalProcess part) {
        part.kill();
        part.start();
    }

    /** Waits, for at most two minutes, until something holds. */
    static void await(String what, BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within two minutes: " + what);
            }
            Thread.sleep(100);
        }
    }
}
