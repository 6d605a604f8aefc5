package io.seenby.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.seenby.cli.export.ExportWriter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a shell sees it. */
class VerifyCommandTest {

    @TempDir
    Path folder;

    private record Answer(int exitCode, String out, String err) {}

    private static Answer run(String... arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        StringWriter complained = new StringWriter();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int exitCode = new CommandLine(new VerifyCommand())
                    .setErr(new PrintWriter(complained, true))
                    .execute(arguments);
            return new Answer(exitCode, said.toString(StandardCharsets.UTF_8), complained.toString());
        } finally {
            System.setOut(out);
        }
    }

    private Answer verify(Path export, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--export",
                export.toString(),
                "--log-key",
                Keys.LOG_KEY,
                "--witness-key",
                Keys.WITNESS_KEY.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path export(Scribe scribe) {
        Path file = folder.resolve("export-" + System.nanoTime());
        ExportWriter.write(scribe.ledger.copy(), file);
        return file;
    }

    private static Scribe scribe() {
        return new Scribe(1)
                .open("harbor-law", 0)
                .entries("harbor-law", 5)
                .checkpoints()
                .entries("harbor-law", 2);
    }

    @Test
    void reportsForPeopleAndForMachines() throws Exception {
        Path file = export(scribe());

        Answer people = verify(file);
        assertThat(people.exitCode()).isZero();
        assertThat(people.out())
                .contains(
                        "seenby/harbor-law  entries 8",
                        "checkpoint 6  witnessed 2026-03-05T11:00:00Z",
                        "2 entries stand after the last checkpoint",
                        "Clean.");

        JsonNode machines = new ObjectMapper().readTree(verify(file, "--json").out());
        assertThat(machines.path("exitCode").asInt()).isZero();
        assertThat(machines.path("entriesAfterLastCosignedCheckpoint").asInt()).isEqualTo(2);
    }

    @Test
    void endsWithTheCodeOfWhatItFound() throws Exception {
        Scribe scribe = scribe();
        scribe.ledger.entries.set(3, scribe.ledger.entries.get(3).with(Scribe.bytes("forged")));
        Answer answer = verify(export(scribe));
        assertThat(answer.exitCode()).isEqualTo(10);
        assertThat(answer.out()).contains("FINDING 10", "indexes 0 to 5", "Not clean.");

        Path kept = Files.writeString(
                folder.resolve("kept"),
                Scribe.cosigned(scribe.note("seenby/harbor-law")).format());
        assertThat(verify(export(scribe()), "--checkpoint", kept.toString()).exitCode())
                .isEqualTo(17);
    }

    @Test
    void saysThatItCannotRead() throws Exception {
        Path file = export(scribe());
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(Files.readAllBytes(file), 500));
        for (Answer answer : List.of(
                verify(cut),
                verify(folder.resolve("nowhere")),
                verify(file, "--checkpoint", folder.resolve("nowhere").toString()),
                verify(file, "--witness", "http://127.0.0.1:1"),
                verify(file, "--views", "jdbc:postgresql://127.0.0.1:1/seenby", "--views-user", "query"))) {
            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(3);
            assertThat(answer.err()).hasLineCount(1);
        }
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("--help").out()).contains("13", "the log ends before");
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("--export", "x", "--log-key", "nonsense").exitCode()).isIn(2, 3);
        assertThat(run("--export", "x", "--kafka", "y", "--log-key", Keys.LOG_KEY)
                        .exitCode())
                .isEqualTo(2);
        assertThat(verify(folder, "--receipts", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesKeysThatAreNone() {
        Path file = export(scribe());
        assertThat(verify(file, "--witness-key", "nonsense").exitCode()).isEqualTo(2);
        assertThat(run("--export", file.toString(), "--log-key", "nonsense").exitCode())
                .isEqualTo(2);
    }
}
