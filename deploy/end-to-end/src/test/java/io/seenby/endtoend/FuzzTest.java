package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.endtoend.Wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests that are right but for one to three things, to every endpoint there is. Nothing is answered by a fault of ours,
 * every refusal says why as a problem, and what is recorded is what the schema allows. The same seed sends the same.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 4_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1L);
    private static final int SENDERS = 4;

    /** A URL or a head that is too long is refused before anybody knows what it is about. */
    private static final Set<Integer> TOO_LONG_TO_READ = Set.of(414, 431);

    private static final RunningSystem SYSTEM = RunningSystem.shared();
    private static final List<Guarded> TABLE = AuthorisationTable.read();
    private static Doorsteps doors;

    private final SchemaOracle oracle = new SchemaOracle(SYSTEM);
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /** Everything that is not as it should be, so that one run shows it all. */
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void everybodyIsThere() throws Exception {
        doors = new Doorsteps(SYSTEM);
    }

    @Test
    void whateverIsSentIsAnsweredOrRefusedWithAReason() throws Exception {
        Spoilers spoilers = new Spoilers(ApiParameters.of(SYSTEM));
        List<Callable<Void>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = sender;
            senders.add(() -> {
                for (int i = first; i < REQUESTS; i += SENDERS) {
                    send(spoilt(i, spoilers));
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            for (Future<Void> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        System.out.println("fuzz: %,d requests to %d endpoints, spoilt in %d ways, seed %d: %s, %d wrong"
                .formatted(REQUESTS, TABLE.size(), spoilers.names().size(), SEED, statuses, wrong.size()));
        assertThat(wrong).isEmpty();
        everyEndpointStillAnswers();
    }

    private static Draft spoilt(int number, Spoilers spoilers) {
        Random random = new Random(SEED * 1_000_003 + number);
        Guarded endpoint = TABLE.get(number % TABLE.size());
        Draft draft = doors.draft(endpoint, random);
        spoilers.spoil(draft, random);
        return draft;
    }

    private void send(Draft draft) throws IOException, InterruptedException {
        int port = draft.endpoint.service().equals("access")
                ? SYSTEM.stack.settings().ports().access()
                : SYSTEM.stack.settings().ports().audit();
        Answer answer = Wire.send(port, draft.bytes(), draft.isHttp);
        Optional<String> complaint = complaint(draft, answer);
        synchronized (statuses) {
            statuses.merge(answer.status(), 1, Integer::sum);
            complaint.ifPresent(what -> wrong.add(what + ": " + draft + " -> " + answer));
        }
    }

    private Optional<String> complaint(Draft draft, Answer answer) throws IOException, InterruptedException {
        if (answer.status() == 0) {
            return draft.isHttp ? Optional.of("no answer") : Optional.empty();
        }
        if (answer.status() >= 500 && answer.status() != 503) {
            return Optional.of("a fault of ours");
        }
        boolean speaks = !draft.method.equals("HEAD") && draft.isHttp && !draft.endpoint.isOperations();
        if (answer.status() >= 400 && speaks && !TOO_LONG_TO_READ.contains(answer.status())) {
            return draft.target.startsWith("/fhir") ? notAnOutcome(answer) : notAProblem(answer);
        }
        if (answer.status() == 201 && draft.target.startsWith("/v1/events")) {
            return oracle.against(draft.body).map(why -> "recorded, but " + why);
        }
        return Optional.empty();
    }

    /** FHIR has its own word for it; who is not let in hears ours. */
    private static Optional<String> notAnOutcome(Answer answer) throws IOException {
        return answer.isOfType("application/fhir+json")
                        && answer.body().startsWith("{\"resourceType\":\"OperationOutcome\"")
                ? Optional.empty()
                : notAProblem(answer);
    }

    private static Optional<String> notAProblem(Answer answer) throws IOException {
        if (!answer.isOfType("application/problem+json")) {
            return Optional.of("no problem+json");
        }
        JsonNode problem = SYSTEM.tree(answer.body());
        boolean says = problem.path("status").asInt() == answer.status()
                && !problem.path("title").asText().isEmpty();
        if (answer.body().contains("Exception") || answer.body().contains("io.seenby.")) {
            return Optional.of("our inside");
        }
        return says ? Optional.empty() : Optional.of("a problem that does not say what");
    }

    private static void everyEndpointStillAnswers() throws Exception {
        for (Guarded endpoint : TABLE) {
            String role = endpoint.letIn().stream().sorted().findFirst().orElse("auditor");
            var reply = doors.put(endpoint, Optional.of(doors.token(role, Optional.of(Doorsteps.OURS))));
            assertThat(reply.status())
                    .as("%s: %s", endpoint.name(), reply.body())
                    .isLessThan(500);
            assertThat(reply.letIn())
                    .as("%s: %s", endpoint.name(), reply.body())
                    .isTrue();
        }
        assertThat(SYSTEM.access.isRunning()).isTrue();
        assertThat(SYSTEM.audit.isRunning()).isTrue();
    }
}
