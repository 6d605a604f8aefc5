package io.seenby.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a shell sees them. */
class AuditCliTest {

    @TempDir
    Path folder;

    private record Answer(int exitCode, String out, String err) {}

    private static Answer run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exitCode = AuditCli.run(arguments);
            return new Answer(
                    exitCode, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void makesAKeyPairOnce() throws Exception {
        Path file = folder.resolve("key.pem");

        Answer made = run("keygen", "--out", file.toString());

        SigningKey key = SigningKey.ofPem(Files.readString(file));
        assertThat(made).isEqualTo(new Answer(0, key.verifier("x", KeyKind.LOG).publicKey() + "\n", ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Answer again = run("keygen", "--out", file.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("there already").hasLineCount(1);
        assertThat(SigningKey.ofPem(Files.readString(file)).verifier("x", KeyKind.LOG))
                .hasToString(key.verifier("x", KeyKind.LOG).toString());
    }

    @Test
    void printsWhatOthersPin() throws Exception {
        Path file = folder.resolve("key.pem");
        run("keygen", "--out", file.toString());
        SigningKey key = SigningKey.ofPem(Files.readString(file));

        assertThat(run("vkey", "--key", file.toString(), "--name", "w", "--kind", "witness")
                        .out())
                .isEqualTo(key.verifier("w", KeyKind.WITNESS) + "\n");
        assertThat(run("vkey", "--key", file.toString(), "--name", "o", "--kind", "log")
                        .out())
                .isEqualTo(key.verifier("o", KeyKind.LOG) + "\n");
    }

    @Test
    void refusesInOneSentence() throws Exception {
        Path key = folder.resolve("key.pem");
        Path other = Files.writeString(folder.resolve("other.pem"), "-----BEGIN PRIVATE KEY-----\nsecret");
        String publicKey = run("keygen", "--out", key.toString()).out().strip();
        String missing = folder.resolve("missing").toString();
        for (String[] arguments : new String[][] {
            {"keygen", "--out", missing + "/key.pem"},
            {"vkey", "--key", missing, "--name", "o", "--kind", "log"},
            {"vkey", "--key", other.toString(), "--name", "o", "--kind", "log"},
            {"vkey", "--key", key.toString(), "--name", "a b", "--kind", "log"},
            witness(key, "w", missing, "seenby/*=" + publicKey),
            witness(key, "w+", missing, "seenby/*=" + publicKey),
            witness(key, "w", missing, "seenby/*"),
        }) {
            Answer answer = run(arguments);
            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(1);
            assertThat(answer.err()).hasLineCount(1).doesNotContain("secret", "Exception");
        }
    }

    private static String[] witness(Path key, String name, String state, String log) {
        return new String[] {
            "witness",
            "--listen",
            "127.0.0.1:0",
            "--key",
            key.toString(),
            "--name",
            name,
            "--state",
            state,
            "--log",
            log
        };
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("--help").out()).contains("keygen", "vkey", "witness");
        assertThat(run("sweep").exitCode()).isEqualTo(2);
        assertThat(run("vkey").exitCode()).isEqualTo(2);
        assertThat(run("witness", "--listen", "8407").err()).contains("'8407' is not HOST:PORT");
        assertThat(run().exitCode()).isEqualTo(2);
    }
}
