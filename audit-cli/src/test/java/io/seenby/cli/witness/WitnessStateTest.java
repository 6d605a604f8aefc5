package io.seenby.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.cli.Refused;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness knows after it was away, and when it would rather not start. */
class WitnessStateTest {

    private static final SigningKey WITNESS = ExampleLog.newKey();
    private static final ExampleLog LOG = new ExampleLog("seenby/st-brigid", ExampleLog.newKey());

    @TempDir
    Path folder;

    private Path state;

    @BeforeEach
    void nameState() {
        state = folder.resolve("deep/state");
    }

    private RunningWitness start(boolean init) {
        return RunningWitness.start(WITNESS, state, init, "seenby/*=" + publicKey());
    }

    private static String publicKey() {
        return LOG.key.verifier(LOG.origin, KeyKind.LOG).publicKey();
    }

    private void cosign(long oldSize, long newSize) throws Exception {
        try (RunningWitness witness = start(true)) {
            assertThat(witness.add(LOG.request(oldSize, newSize)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void remembersAcrossARestart() throws Exception {
        cosign(0, 7);
        cosign(7, 9);
        try (RunningWitness again = start(false)) {
            assertThat(again.latest(LOG.origin).body())
                    .startsWith(LOG.checkpoint(9).text());
            assertThat(again.add(LOG.request(0, 5)).body()).isEqualTo("9\n");
            assertThat(again.add(LOG.forkedAt(2).request(9, 20)).statusCode()).isEqualTo(422);
            assertThat(again.add(LOG.request(9, 20)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void ignoresADraftThatACrashLeft() throws Exception {
        cosign(0, 7);
        Path note = onlyNote();
        Files.writeString(note.resolveSibling(note.getFileName() + ".draft"), "half a no");

        cosign(7, 9);
    }

    @Test
    void aStateThatIsNotThereIsMadeOnlyOnDemand() throws Exception {
        assertRefused(state, "--init");
        assertThat(state).doesNotExist();
        Files.createDirectories(state);
        assertRefused(state, "--init");
    }

    @Test
    void aDamagedStateIsNotBegunAnew() throws Exception {
        cosign(0, 7);
        Path note = onlyNote();
        String whole = Files.readString(note);
        for (String damaged : List.of(
                "",
                whole.substring(0, whole.length() / 2),
                whole.replace("\n7\n", "\n3\n"),
                LOG.note(7).format())) {
            Files.writeString(note, damaged);
            assertRefused(state, "damaged");
        }
        Files.writeString(note, whole);
        Path elsewhere = state.resolve("0".repeat(64) + ".note");
        Files.move(note, elsewhere);
        assertRefused(state, "damaged");
        Files.move(elsewhere, note);
        Files.delete(state.resolve("witness.vkey"));
        assertRefused(state, "--init");
        assertThatThrownBy(() -> start(true)).isInstanceOf(Refused.class).hasMessageContaining("damaged");
    }

    @Test
    void belongsToOneWitnessAtATime() throws Exception {
        try (RunningWitness first = start(true)) {
            assertRefused(state, "Another witness runs");
            assertThat(first.get("/health").statusCode()).isEqualTo(200);
        }
        assertThatThrownBy(() -> RunningWitness.start(ExampleLog.newKey(), state, true, LOG.trusted()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another witness");
        start(false).close();
    }

    @Test
    void noOriginLeavesTheDirectory() throws Exception {
        try (RunningWitness witness = start(true)) {
            for (String origin : List.of("seenby/../../../up", "seenby/" + "x".repeat(500), "seenby/ü")) {
                ExampleLog log = new ExampleLog(origin, LOG.key);
                assertThat(witness.add(log.request(0, 1)).statusCode()).isEqualTo(200);
                assertThat(witness.latest(log.origin).statusCode()).isEqualTo(200);
            }
            ExampleLog nameless = new ExampleLog("seenby/", LOG.key);
            assertThat(witness.add(nameless.request(0, 1)).statusCode()).isEqualTo(404);
        }
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(5).allMatch(file -> state.equals(file.getParent()));
        }
    }

    @Test
    void whatCouldNotBeKeptIsNotCosigned() throws Exception {
        cosign(0, 7);
        Path note = onlyNote();
        // A directory cannot be written as a file, whoever one is.
        Path inTheWay = Files.createDirectories(note.resolveSibling(note.getFileName() + ".draft"));
        try (RunningWitness witness = start(false)) {
            assertThat(witness.add(LOG.request(7, 9)).statusCode()).isEqualTo(500);
            Files.delete(inTheWay);
            assertThat(witness.add(LOG.request(7, 8)).statusCode()).isEqualTo(200);
        }
    }

    /** The warning of the documentation, as a fact: whoever can replace the state can roll back the log. */
    @Test
    void anOlderCopyOfTheStateForgets() throws Exception {
        cosign(0, 7);
        Path note = onlyNote();
        Path copy = Files.copy(note, folder.resolve("copy"));
        cosign(7, 20);
        Files.copy(copy, note, StandardCopyOption.REPLACE_EXISTING);

        try (RunningWitness witness = start(false)) {
            assertThat(witness.add(LOG.forkedAt(9).request(7, 20)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatIsWrongWithItsSettings() {
        for (String log : List.of("", "=x", "seenby", "*=" + publicKey(), "a*b=" + publicKey(), "seenby/*=AAAA")) {
            assertThatThrownBy(() -> RunningWitness.start(WITNESS, state, true, log))
                    .as(log)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("ORIGIN=KEY");
        }
        assertThat(state).doesNotExist();
    }

    private void assertRefused(Path directory, String why) {
        assertThatThrownBy(() -> RunningWitness.start(WITNESS, directory, false, LOG.trusted()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why)
                .hasMessageContaining(directory.toString());
    }

    private Path onlyNote() throws IOException {
        try (var notes = Files.newDirectoryStream(state, "*.note")) {
            return notes.iterator().next();
        }
    }
}
