package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script from up to down, as a person uses it; only the two services and the witness are stand-ins. */
class WholeStackTest {
    @TempDir
    static Path folder;

    private static ExampleCheckout checkout;
    private static String firstKey = "";

    @BeforeAll
    static void layOutCheckout() throws Exception {
        checkout = ExampleCheckout.in(folder);
    }

    /** Whatever the test before left, running or not, the stack is up with the data of the first start. */
    @BeforeEach
    void startInTheBackground() throws Exception {
        var up = checkout.dev("up", "--detach");
        assertThat(up.exitCode()).as(up.all()).isZero();
        var key = Files.readString(checkout.state().resolve("keys/kek.json"));
        firstKey = firstKey.isEmpty() ? key : firstKey;
        assertThat(key).isEqualTo(firstKey);
    }

    @AfterAll
    static void leaveNothingRunning() throws Exception {
        checkout.dev("down");
        assertThat(checkout.processes()).isEmpty();
        checkout.close();
    }

    @Test
    void servesCommandsUntilItIsStopped() throws Exception {
        assertThat(Files.readString(checkout.state().resolve("logs/up.log")))
                .contains("kafka", "postgres", "identity", "witness", "access-service", "audit-projector")
                .contains("SeenBy is up")
                .contains("http://127.0.0.1:" + (checkout.portBase + 1) + "/q/swagger-ui");
        assertThat(checkout.dev("status").exitCode()).isZero();
        assertThat(checkout.dev("env").out())
                .contains("export SEENBY_ACCESS_URL='http://127.0.0.1:" + (checkout.portBase + 1) + "'")
                .contains("export SEENBY_WITNESS_URL='http://127.0.0.1:" + (checkout.portBase + 7) + "'")
                .contains("export SEENBY_WITNESS_KEY='seenby-local-witness+")
                .contains("export SEENBY_KAFKA='127.0.0.1:" + (checkout.portBase + 4) + "'")
                .contains("export SEENBY_JDBC_URL='jdbc:postgresql://127.0.0.1:");
        assertThat(checkout.dev("token", "auditor", "--tenant", "st-brigid").out())
                .matches("ey[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        assertThat(checkout.dev("up").out()).contains("running already");
        assertThat(checkout.dev("up", "--fresh").exitCode()).isEqualTo(1);

        assertThat(checkout.dev("down").exitCode()).isZero();
        assertThat(checkout.processes()).isEmpty();
    }

    @Test
    void publishesEveryLineAndNamesTheRefusedOnes() throws Exception {
        Path events = folder.resolve("events.ndjson");
        Files.writeString(
                events,
                IntStream.rangeClosed(1, 2_500)
                        .mapToObj(number -> "{\"eventId\":\"" + (number == 1_777 ? "bad" : number) + "\"}\n")
                        .collect(Collectors.joining()));

        var publish = checkout.dev("publish", events.toString());

        assertThat(publish.exitCode()).isEqualTo(1);
        assertThat(publish.out()).contains("2499 recorded, 1 refused").contains("line 1777: no such action");
    }

    @Test
    void stopsEverythingAndSaysWhichPartDied() throws Exception {
        killPart("kafka");

        assertThat(Pause.until(Duration.ofSeconds(60), this::nothingRuns)).isTrue();
        assertThat(log()).contains("kafka died (exit code 137); its log is ").contains("Everything else is being");
        assertThat(checkout.dev("status").exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access-service", "witness"})
    void startsAgainWhatMayDie(String part) throws Exception {
        long before = pidOf(part);
        killPart(part);

        assertThat(Pause.until(Duration.ofSeconds(60), () -> runsAgain(part, before)))
                .as(log())
                .isTrue();
        assertThat(log()).contains(part + " died (exit code 137)").contains("It is being started again.");
    }

    private boolean runsAgain(String part, long before) {
        return pidOf(part) != before
                && ProcessHandle.of(pidOf(part)).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilled() throws Exception {
        killPart("supervisor");
        assertThat(checkout.processes()).as("its children live on").isNotEmpty();

        var down = checkout.dev("down");

        assertThat(down.exitCode()).isZero();
        assertThat(checkout.processes()).isEmpty();
    }

    private void killPart(String part) {
        var process = ProcessHandle.of(pidOf(part)).orElseThrow();
        process.destroyForcibly();
        assertThat(Pause.until(Duration.ofSeconds(10), () -> !process.isAlive()))
                .isTrue();
    }

    private long pidOf(String part) {
        return lines("stack.properties")
                .filter(line -> line.startsWith(part + ".pid="))
                .map(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String log() {
        return lines("logs/up.log").collect(Collectors.joining("\n"));
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readAllLines(checkout.state().resolve(file)).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean nothingRuns() {
        try {
            return checkout.processes().isEmpty();
        } catch (IOException failed) {
            return false;
        }
    }
}
