package io.seenby.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seenby.audit.fixture.CheckpointKeyFile;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a projector signs with, and what it says of the others. */
class KeyFilesTest {

    private static final String PASSWORD = "of-the-key-file";

    @TempDir
    Path folder;

    /** As an operator makes it, with the tool that every JDK has. */
    private Path store(String name, String algorithm) throws Exception {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "checkpoints",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=seenby",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        Process keytool = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(() -> read(folder.resolve("keytool.log")))
                .isZero();
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aPkcs12FileSignsWithTheKeyThatItHolds() throws Exception {
        Path file = store("checkpoint.p12", "Ed25519");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] encoded = store.getCertificate("checkpoints").getPublicKey().getEncoded();
        SigningKey key = KeyFiles.read(file, Optional.of(PASSWORD));

        String origin = "seenby/harbor-law";
        Note note = new Note("text\n", List.of(key.sign(origin, "text\n")));
        byte[] raw = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        assertThat(note.by(CheckpointKeys.verifier(origin, raw))).isPresent();
    }

    @Test
    void aPemFileDoesToo() {
        CheckpointKeyFile pem = CheckpointKeyFile.create(folder.resolve("checkpoint.pem"));
        assertThat(KeyFiles.read(pem.file(), Optional.empty())
                        .verifier("any", KeyKind.LOG)
                        .publicKey())
                .isEqualTo(pem.publicKey());
    }

    @Test
    void withoutItsPasswordOrWithAnotherItIsNotOpened() throws Exception {
        Path file = store("checkpoint.pfx", "Ed25519");
        for (Optional<String> password : List.of(Optional.<String>empty(), Optional.of("another"))) {
            assertThatThrownBy(() -> KeyFiles.read(file, password))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the password of the checkpoint key file is not SEENBY_CHECKPOINT_KEY_PASSWORD");
        }
    }

    @Test
    void aStoreWithoutKeyHoldsNone() throws Exception {
        Path full = store("full.p12", "Ed25519");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(full)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusting = KeyStore.getInstance("PKCS12");
        trusting.load(null, null);
        trusting.setCertificateEntry("checkpoints", store.getCertificate("checkpoints"));
        Path file = folder.resolve("without.p12");
        try (var out = Files.newOutputStream(file)) {
            trusting.store(out, PASSWORD.toCharArray());
        }
        assertThatThrownBy(() -> KeyFiles.read(file, Optional.of(PASSWORD)))
                .hasMessage("the checkpoint key file holds no Ed25519 key pair");
    }

    @Test
    void aKeyOfAnotherKindIsNone() throws Exception {
        Path file = store("ec.p12", "EC");
        assertThatThrownBy(() -> KeyFiles.read(file, Optional.of(PASSWORD)))
                .hasMessage("the checkpoint key file holds no Ed25519 key pair");
    }

    @Test
    void aFileThatIsNotThereOrIsNoStoreIsNotRead() throws Exception {
        assertThatThrownBy(() -> KeyFiles.read(folder.resolve("none.p12"), Optional.empty()))
                .hasMessage("the checkpoint key file cannot be read");
        Path rubbish = Files.writeString(folder.resolve("rubbish.p12"), "no store");
        assertThatThrownBy(() -> KeyFiles.read(rubbish, Optional.of(PASSWORD)))
                .hasMessage("the checkpoint key file cannot be read");
    }
}
